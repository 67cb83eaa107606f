/** Times without enforceability that no other event tells (§ 59 Abs. 1 Satz 6 und 7 AufenthG): recorded with their reason, paired in order of time. */
import type { Bar } from "./enforceability-state.ts";
import { type Facts, of } from "./facts.ts";
import { germanDay } from "./german-day.ts";
import { aufenthG } from "./norms.ts";
import { closing, spans } from "./span.ts";

export const ceasedBars = (facts: Facts): Bar[] =>
  spans(of(facts, "enforceabilityCeased"), of(facts, "enforceabilityRestored")).map((span) => {
    const { opened, closed } = span;
    return {
      blocks: "act",
      restarts: "all",
      from: opened.on,
      ...closing(span),
      holding: `Die Vollziehbarkeit ist seit ${germanDay(opened.on)} entfallen: ${opened.reason}`,
      over: `Die Vollziehbarkeit war ab ${germanDay(opened.on)} entfallen und ist am ${closed ? germanDay(closed.on) : ""} wieder eingetreten.`,
      norm: aufenthG("§ 59 Abs. 1 Satz 6 und 7"),
    };
  });

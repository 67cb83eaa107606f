import { expect, test } from "vitest";
import { referenceFaults } from "./event-references.ts";
import * as example from "./legal-event-examples.ts";

const posted = example.sent("decisionPosted", "2026-11-02");
const served = example.rejection("2026-11-02");
const received = (of: string) => example.fact("decisionReceived", "2026-11-10", { of });
const messages = (...args: Parameters<typeof referenceFaults>) =>
  referenceFaults(...args).map(({ message }) => message);

test("an entry of the same case and of the right kind can be meant", () => {
  expect(messages(received(posted.id), [posted, served])).toEqual([]);
  expect(messages(example.corrected("2026-11-12", served), [posted, served])).toEqual([]);
});

test.each([
  ["of another case", received("event-0"), [posted], "Diesen Eintrag gibt es in diesem Fall nicht."],
  ["of another kind", received(served.id), [served], "Dieser Eintrag ist von einer anderen Art."],
])("an entry %s is refused at its field", (_, draft, events, message) => {
  expect(referenceFaults(draft, events)).toEqual([{ field: "of", message }]);
});

test("an entry is corrected once, a correction never", () => {
  const correction = example.corrected("2026-11-12", served);
  expect(messages(example.corrected("2026-11-13", served), [served, correction])).toEqual([
    "Dieser Eintrag ist schon berichtigt und zählt nicht mehr.",
  ]);
  expect(messages(example.corrected("2026-11-13", correction), [served, correction])).toEqual([
    "Eine Berichtigung wird nicht berichtigt. Erfassen Sie das Ereignis neu.",
  ]);
});

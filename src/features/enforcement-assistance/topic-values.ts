/** What a topic's form shows before anybody has typed: the stored content, or the proposals of plan and directory. */
import type { FormState } from "../../kernel/form-state.ts";
import { formatDay } from "../../ui/index.ts";
import type { AssistanceDraft } from "./domain/assistance.ts";
import type { CourtOrders } from "./domain/court-order.ts";
import type { FormTopic, TopicFacts } from "./topic-forms.ts";

type Values = FormState["values"];

const orderValues = (courtOrders: CourtOrders): Values => {
  if (courtOrders.need === "none") return { need: "none", noneReason: courtOrders.reason };
  if (courtOrders.need === "undecided") return { need: "undecided" };
  const each = courtOrders.orders.flatMap((order): [string, string][] => {
    const { kind, state } = order;
    const court = state === "carried" ? order.by : "court" in order ? order.court : "";
    return [
      [`state_${kind}`, state],
      [`court_${kind}`, court],
      [`number_${kind}`, "fileNumber" in order ? order.fileNumber : ""],
      [`on_${kind}`, "on" in order ? formatDay(order.on) : ""],
    ];
  });
  return { need: "required", kinds: [...courtOrders.kinds], ...Object.fromEntries(each) };
};

export const topicValues: Record<FormTopic, (draft: AssistanceDraft, facts: TopicFacts) => Values> = {
  measure: ({ reason, legalBasis, plannedStart, nightFacts }) => ({
    reason,
    norms: [...legalBasis.norms],
    freeText: legalBasis.freeText,
    startsOn: plannedStart ? formatDay(plannedStart.on) : "",
    startsAt: plannedStart?.time ?? "",
    nightFacts,
  }),
  persons: ({ persons, vulnerabilities }, facts) => ({
    persons: facts.persons.flatMap((person, index) =>
      persons.some((each) => each.familyName === person.familyName && each.givenNames === person.givenNames)
        ? [String(index)]
        : [],
    ),
    vulnerabilities,
  }),
  place: ({ place }) => place,
  forces: ({ caseworker, forcesOnSite }) => ({
    ...caseworker,
    ...Object.fromEntries(
      forcesOnSite.flatMap(({ authority, persons, phone }, row) => [
        [`authority_${row}`, authority],
        [`persons_${row}`, persons],
        [`tel_${row}`, phone],
      ]),
    ),
  }),
  meeting: ({ meeting }) => meeting,
  courtOrders: ({ courtOrders }) => orderValues(courtOrders),
  coSignature: ({ coSignedBy }): Values => (coSignedBy ? { coSigned: "on" } : {}),
};

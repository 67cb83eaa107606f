/** A fictional kind of request and its states, for tests. */
import { z } from "zod";
import type { RequestType } from "./request-type.ts";
import type { RequestEvent, RequestEventType, RequestState } from "./request.ts";
import { transition } from "./request-table.ts";

const schema = z.object({
  reason: z.string(),
  room: z.string().optional(),
  persons: z.array(z.string()),
  diagnosis: z.string().optional(),
});
export type ExampleFields = z.infer<typeof schema>;

export const exampleFields: ExampleFields = {
  reason: "Widerstand zu erwarten",
  room: "12",
  persons: [],
  diagnosis: "Probe",
};

export const exampleType: RequestType<ExampleFields> = {
  id: "example",
  germanName: "Beispielersuchen",
  norm: { norm: "§§ 4 ff. VwVfG", version: "2026-11-21" },
  schema,
  stages: [
    { in: "accepted", name: "briefed", label: "eingewiesen", after: undefined },
    { in: "accepted", name: "onSite", label: "vor Ort", after: "briefed" },
  ],
  guards: { sent: ({ reason }) => (reason === "" ? ["reason"] : []) },
  roles: { requester: ["caseworker"], addressee: ["districtPolice"], mediator: ["liaison"] },
  slices: [
    {
      compartment: "legal",
      fields: ["reason"],
      capacity: "districtPolice",
      legalBasis: { norm: "§ 47 PolG NRW", version: "2026-11-21" },
    },
    {
      compartment: "address",
      fields: ["room", "persons"],
      capacity: "districtPolice",
      legalBasis: { norm: "§ 86 AufenthG", version: "2026-11-21" },
    },
    {
      compartment: "identity",
      fields: ["persons"],
      capacity: "airportPolice",
      legalBasis: { norm: "§ 86 AufenthG", version: "2026-11-21" },
    },
  ],
  opensGates: ["G22"],
  letterTemplate: "example",
};

/** One complete event of each type. */
export const exampleEvents: { [T in RequestEventType]: Extract<RequestEvent, { type: T }> } = {
  sent: { type: "sent" },
  received: { type: "received", by: "System" },
  reviewStarted: { type: "reviewStarted" },
  questionAsked: { type: "questionAsked", question: "Meldeort?" },
  questionAnswered: { type: "questionAnswered", answer: "Wache Musterstadt" },
  accepted: { type: "accepted" },
  acceptedWithConditions: { type: "acceptedWithConditions", conditions: [{ kind: "otherTime", text: "06:45 Uhr" }] },
  conditionsAgreed: { type: "conditionsAgreed" },
  declined: { type: "declined", reason: "forcesNotAvailable", text: "Großlage" },
  contested: { type: "contested", by: "requester", position: "Die Angaben reichen aus." },
  mediationStarted: { type: "mediationStarted", otherPosition: "Die Kräfte fehlen.", mediator: "V. Probe" },
  amended: { type: "amended", changes: "Uhrzeit 06:15 → 06:45" },
  executed: { type: "executed" },
  debriefed: { type: "debriefed", note: "ohne Besonderheiten" },
  withdrawn: { type: "withdrawn", reason: "Stopp durch das Gericht" },
};

/** The state after these events; throws when one of them is refused. */
export const after = (...types: RequestEventType[]): RequestState =>
  types.reduce<RequestState>(
    (state, type) => {
      const next = transition(state, exampleEvents[type]);
      if (!next.ok) throw new Error(`${type} was refused in ${state.status}: ${next.refusal}`);
      return next.value;
    },
    { status: "draft" },
  );

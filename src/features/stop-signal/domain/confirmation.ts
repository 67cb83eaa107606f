/**
 * How one party acknowledges a stop: issued, delivered, seen, confirmed by a named person, on the screen or by
 * telephone. Messages may come late and in any order; a confirmation is given once and never taken back.
 */
import { ok, refused, type Result } from "../../../kernel/result.ts";

/** Quittung eines Stopps durch eine Stelle: gesendet, zugestellt, gelesen, bestätigt (domain.md 4.14; MPK 10.05.2023, Nr. 6.1). */
export type Confirmation =
  | { status: "issued" }
  | { status: "delivered"; deliveredAt: Date }
  | { status: "seen"; seenAt: Date }
  | { status: "confirmed"; confirmedAt: Date; by: string; channel: "screen" }
  | { status: "confirmed"; confirmedAt: Date; by: string; channel: "telephone"; calledBy: string };

/** Ereignis auf dem Weg zur Bestätigung eines Stopps (domain.md 4.14; MPK 10.05.2023, Nr. 6.1). */
export type ConfirmationEvent =
  | { type: "delivered"; at: Date }
  | { type: "seen"; at: Date }
  | { type: "confirmed"; at: Date; by: string }
  | { type: "confirmedByTelephone"; at: Date; reached: string; calledBy: string };

type Status = Confirmation["status"];
type EventType = ConfirmationEvent["type"];
type In<S extends Status> = Extract<Confirmation, { status: S }>;
type On<T extends EventType> = Extract<ConfirmationEvent, { type: T }>;
type Take<From, Event> = (from: From, event: Event) => Confirmation | "nameMissing";
type Row<S extends Status> = { [T in EventType]: { to: Status; take: Take<In<S>, On<T>> } };

export const confirmationLabels: Record<Status, string> = {
  issued: "gesendet",
  delivered: "zugestellt",
  seen: "gelesen",
  confirmed: "bestätigt",
};

const isNamed = (name: string): boolean => name.trim().length >= 2;

const to = <From, Event, To extends Status>(
  target: To,
  take: (from: From, event: Event) => In<NoInfer<To>> | "nameMissing",
): { to: Status; take: Take<From, Event> } => ({ to: target, take });

const deliver = to("delivered", (_: Confirmation, { at }: On<"delivered">) => ({
  status: "delivered",
  deliveredAt: at,
}));
const see = to("seen", (_: Confirmation, { at }: On<"seen">) => ({ status: "seen", seenAt: at }));
const confirm = to("confirmed", (_: Confirmation, { at, by }: On<"confirmed">) =>
  isNamed(by) ? { status: "confirmed", confirmedAt: at, by, channel: "screen" } : "nameMissing",
);
const confirmByTelephone = to("confirmed", (_: Confirmation, event: On<"confirmedByTelephone">) =>
  isNamed(event.reached) && isNamed(event.calledBy)
    ? { status: "confirmed", confirmedAt: event.at, by: event.reached, channel: "telephone", calledBy: event.calledBy }
    : "nameMissing",
);
/** What is already known better stays as it is: a late message changes nothing and fails nothing. */
const stay = <S extends Status>(status: S) => to(status, (from: In<S>) => from);

const anyway = { confirmed: confirm, confirmedByTelephone: confirmByTelephone };

/** No cell is empty: no message about a stop is ever refused as unexpected. */
const rows: { [S in Status]: Row<S> } = {
  issued: { ...anyway, delivered: deliver, seen: see },
  delivered: { ...anyway, delivered: stay("delivered"), seen: see },
  seen: { ...anyway, delivered: stay("seen"), seen: stay("seen") },
  confirmed: {
    delivered: stay("confirmed"),
    seen: stay("confirmed"),
    confirmed: stay("confirmed"),
    confirmedByTelephone: stay("confirmed"),
  },
};

export function transition(from: Confirmation, event: ConfirmationEvent): Result<Confirmation, "nameMissing"> {
  // The table pairs each step with its own status and event; the compiler cannot follow that through two lookups.
  const { take } = rows[from.status][event.type] as { take: Take<Confirmation, ConfirmationEvent> };
  const next = take(from, event);
  return next === "nameMissing" ? refused(next) : ok(next);
}

/** Mermaid text of the table; docs/domain/stopp.md holds a copy, and a test compares them. */
export function diagram(): string {
  const statuses = Object.keys(rows) as Status[];
  const names = statuses.map((status) => `  state "${confirmationLabels[status]}" as ${status}`);
  const arrows = statuses.flatMap((from) =>
    (Object.keys(rows[from]) as EventType[])
      .map((event) => ({ event, target: rows[from][event].to }))
      .filter(({ target }) => target !== from)
      .map(({ event, target }) => `  ${from} --> ${target}: ${event}`),
  );
  return ["stateDiagram-v2", ...names, "  [*] --> issued", ...arrows, "  confirmed --> [*]"].join("\n");
}

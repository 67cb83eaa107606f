/**
 * Court orders that a measure needs: sent with the request if possible, carried at the latest at its start. Without a
 * required order nothing starts, and a request in which nobody decided whether one is required does not start either.
 */
import type { Day } from "../../../kernel/day.ts";
import { ok, refused, type Result } from "../../../kernel/result.ts";

/** Art des Gerichtsbeschlusses: Durchsuchung (§ 58 Abs. 8, 9a AufenthG) oder Haft/Gewahrsam (§§ 62, 62b AufenthG). */
export type CourtOrderKind = "searchWarrant" | "custodyOrder";

/** Gerichtsbeschluss und wo er ist: beantragt, benannt, beigefügt, mitgeführt (Erlass 26.19.01-000009, Nr. 5). */
export type CourtOrder = { kind: CourtOrderKind } & (
  | { state: "appliedFor"; court: string; on: Day }
  | { state: "named"; court: string; fileNumber: string }
  | { state: "attached"; sha256: string }
  | { state: "carried"; by: string }
);

/** Bedarf an Gerichtsbeschlüssen: offen, begründet keiner, oder diese (§ 58 Abs. 5 bis 9a AufenthG; BVerfG 2 BvR 460/25). */
export type CourtOrders =
  | { need: "undecided" }
  | { need: "none"; reason: string }
  | { need: "required"; kinds: readonly CourtOrderKind[]; orders: readonly CourtOrder[] };

/** Fehlender Beschluss beim Einsatzbeginn (Erlass 26.19.01-000009, Nr. 5; § 49 PolG NRW). */
export type MissingOrder = CourtOrderKind | "undecided" | "reasonMissing";

export const courtOrderLabels: Record<CourtOrderKind, string> = {
  searchWarrant: "Durchsuchungsbeschluss",
  custodyOrder: "Haft- oder Gewahrsamsbeschluss",
};

/** § 49 PolG NRW lets a custody order be presented or named; a search warrant has to be there. */
const isInHand = ({ kind, state }: CourtOrder): boolean =>
  state === "attached" || state === "carried" || (kind === "custodyOrder" && state === "named");

export function missingOrders(courtOrders: CourtOrders): MissingOrder[] {
  switch (courtOrders.need) {
    case "undecided":
      return ["undecided"];
    case "none":
      return courtOrders.reason.trim() === "" ? ["reasonMissing"] : [];
    case "required": {
      const { kinds, orders } = courtOrders;
      if (kinds.length === 0) return ["undecided"];
      return kinds.filter((kind) => !orders.some((order) => order.kind === kind && isInHand(order)));
    }
  }
}

/** The start of an operation is blocked as long as a required order is not in hand. */
export const blockStart = (courtOrders: CourtOrders): Result<void, MissingOrder[]> => {
  const missing = missingOrders(courtOrders);
  return missing.length > 0 ? refused(missing) : ok(undefined);
};

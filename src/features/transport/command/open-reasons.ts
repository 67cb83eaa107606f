/** Why trips are open, for all of a plan: one line a reason code, the nearest to fitting first. */
import { explain, type Reason, type ReasonCode } from "../domain/explain.ts";
import type { Instance, Plan } from "../domain/model.ts";
import { reasonText } from "../texts.ts";

export type OpenTrip = { trip: number; reasons: (Reason & { text: string; units: number })[] };

const MOST_EXPLAINED = 50;

/** Counterfactual solves are dear: only the first few dozen open trips are explained in full. */
export function openReasons(instance: Instance, plan: Plan): OpenTrip[] {
  return plan.unserved.slice(0, MOST_EXPLAINED).map((trip) => {
    const byCode = new Map<ReasonCode, { reason: Reason; units: number }>();
    for (const reason of explain(instance, plan, trip)) {
      const known = byCode.get(reason.code);
      if (!known) byCode.set(reason.code, { reason, units: 1 });
      else {
        known.units++;
        if ((reason.relaxation?.by ?? Infinity) < (known.reason.relaxation?.by ?? Infinity)) known.reason = reason;
      }
    }
    const list = [...byCode.values()].toSorted(
      (a, b) => (a.reason.relaxation?.by ?? Infinity) - (b.reason.relaxation?.by ?? Infinity),
    );
    return { trip, reasons: list.map(({ reason, units }) => ({ ...reason, units, text: reasonText(reason) })) };
  });
}

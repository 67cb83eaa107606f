/**
 * What people do by telephone today: one rejected trip after the other goes to the tour where it costs least. Its result
 * is always among the columns of the joint model, so the joint proposal can never be worse.
 */
import { insertionCost } from "../search/insertion.ts";
import type { Bundle } from "./bundles.ts";
import { added, durationOf, type Ground } from "./ground.ts";

/** Most extra time that each owner gives (Obergrenze der Eigentümerbehörde), by authority code. */
export type Caps = ReadonlyMap<string, number>;
/** Whether a tour may not take these trips (Ausschluss der Mitnahme). */
export type Forbidden = (host: number, trips: readonly number[]) => boolean;

/** Bundles of the result, tour by tour; free units of one class may appear several times. */
export function oneByOne(ground: Ground, caps: Caps, forbidden: Forbidden): Bundle[] {
  const { search, hosts } = ground;
  const { slab } = search.inserter;
  const open: { host: number; handle: number; trips: number[] }[] = hosts.flatMap((h, host) =>
    h.count > 1 || slab.length[h.handle] === 2 ? [] : [{ host, handle: h.handle, trips: [] }],
  );
  const free = hosts.map((h) => (slab.length[h.handle] === 2 ? h.count : 0));
  const spent = new Map<string, number>();
  const { weight } = search.problem;
  const order = ground.rejected.toSorted(
    (a, b) => weight[b]! - weight[a]! || search.problem.latest[a]! - search.problem.latest[b]! || a - b,
  );
  for (const r of order) {
    let best: { slot: (typeof open)[number]; cost: number; handle: number; extra: number; opens: boolean } | undefined;
    const offer = (slot: (typeof open)[number], opens: boolean): void => {
      const cost = insertionCost(search.inserter, slot.handle, r);
      if (cost === Infinity || (best && cost >= best.cost) || forbidden(slot.host, [...slot.trips, r])) return;
      const host = hosts[slot.host]!;
      const handle = added(search, slot.handle, r);
      const total = durationOf(search, handle) - host.duration;
      const extra =
        durationOf(search, handle) - (slot.trips.length > 0 ? durationOf(search, slot.handle) : host.duration);
      if (total > host.maxExtra || (spent.get(host.owner) ?? 0) + extra > (caps.get(host.owner) ?? Infinity)) return;
      best = { slot, cost, handle, extra, opens };
    };
    for (const slot of open) offer(slot, false);
    hosts.forEach((h, host) => {
      if (free[host]! > 0) offer({ host, handle: h.handle, trips: [] }, true);
    });
    if (!best) continue;
    const { slot, handle, extra, opens } = best;
    if (opens) {
      open.push(slot);
      free[slot.host]!--;
    }
    slot.handle = handle;
    slot.trips.push(r);
    const owner = hosts[slot.host]!.owner;
    spent.set(owner, (spent.get(owner) ?? 0) + extra);
  }
  return open
    .filter((s) => s.trips.length > 0)
    .map((s) => ({
      host: s.host,
      trips: s.trips.toSorted((a, b) => a - b),
      handle: s.handle,
      cost: slab.cost[s.handle]! - slab.cost[hosts[s.host]!.handle]!,
      extra: durationOf(search, s.handle) - hosts[s.host]!.duration,
    }));
}

/**
 * Makes travel times keep the triangle inequality (shortest paths over the given points), so that leaving a stop out can
 * never make a tour late. Unreachable pairs stay unreachable; distances are not changed.
 */
import type { TravelMatrix } from "./model.ts";

export function closeTimes(travel: TravelMatrix): TravelMatrix {
  const { size } = travel;
  const time = Float64Array.from(travel.time, (t) => (t < 0 ? Infinity : t));
  for (let via = 0; via < size; via++)
    for (let i = 0; i < size; i++) {
      const first = time[i * size + via]!;
      if (first === Infinity) continue;
      for (let j = 0; j < size; j++) {
        const through = first + time[via * size + j]!;
        if (through < time[i * size + j]! && travel.time[i * size + j]! >= 0) time[i * size + j] = through;
      }
    }
  return { ...travel, time: time.map((t) => (t === Infinity ? -1 : t)) };
}

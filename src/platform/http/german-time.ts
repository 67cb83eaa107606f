/** Between German wall-clock time and instants (Europe/Berlin, also in the two clock-change nights). */
import { Temporal } from "temporal-polyfill";
import type { Day } from "../../kernel/day.ts";

/** The instant of a day and a time `06:15` in Germany; in the repeated hour of October the first one. */
export const instantInGermany = (day: Day, time: string): Date =>
  new Date(
    day.toZonedDateTime({ timeZone: "Europe/Berlin", plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds,
  );

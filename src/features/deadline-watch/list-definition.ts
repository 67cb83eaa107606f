/** What the list of alerts and notices may be filtered and sorted by: stand, cause, responsible official, two dates. */
import { z } from "zod";
import { filter, listAddress } from "../../platform/http/list-address.ts";

export const views = { alarme: "Alarme", hinweise: "Hinweise" } as const;
export const stands = { offen: "nicht bestätigt", bestaetigt: "bestätigt", alle: "alle" } as const;
export const causes = { ueberstellung: "Überstellungsfrist", gewahrsam: "Gewahrsam" } as const;
export const sorts = { ende: "Ende", bemerkt: "Bemerkt" } as const;

/** A value that does not fit is no filter: an address typed by hand shows the list, never an error page. */
const oneOf = <const T extends Record<string, string>, F extends keyof T & string>(values: T, fallback: F) =>
  z.enum(Object.keys(values) as [keyof T & string, ...(keyof T & string)[]]).catch(fallback as never);
const maybe = <const T extends Record<string, string>>(values: T) =>
  z
    .enum(Object.keys(values) as [keyof T & string, ...(keyof T & string)[]])
    .optional()
    .catch(undefined);

export const alertQuery = z.object({
  ansicht: oneOf(views, "alarme"),
  stand: oneOf(stands, "offen"),
  anlass: maybe(causes),
  zustaendig: maybe({ ich: "ich" }),
  sort: oneOf(sorts, "ende"),
  richtung: z.enum(["auf", "ab"]).catch("auf"),
  weiter: filter(z.string().max(500)),
});
export type AlertQuery = z.output<typeof alertQuery>;

/** Day or instant of the last line shown, and its id. */
export const cursorSchema = z.tuple([z.string().max(40), z.uuid()]);

const defaults = { ansicht: "alarme", stand: "offen", sort: "ende", richtung: "auf" };

export function alertHref(query: Partial<AlertQuery>, change: Partial<AlertQuery> = {}, path = "/fristalarme"): string {
  return listAddress(path, { ...query, ...change }, defaults);
}

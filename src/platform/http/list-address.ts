/** What the address of a list carries: everything it is filtered, ordered and paged by, so that it works without script. */
import type { z } from "zod";

/** A value that does not fit is no filter: an address typed by hand shows the whole list, never an error page. */
export const filter = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** The address of a list with these values; what is undefined or the default of its key is left out. */
export function listAddress(path: string, values: object, defaults: Readonly<Record<string, string>> = {}): string {
  const parts = Object.entries(values).filter(([key, value]) => value !== undefined && value !== defaults[key]);
  const search = new URLSearchParams(parts.map(([key, value]) => [key, String(value)])).toString();
  return search ? `${path}?${search}` : path;
}

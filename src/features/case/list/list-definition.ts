/**
 * What the list of cases may be ordered and filtered by, as data. Work is ordered by legal dates only: nationality,
 * religion and family size are neither order nor filter (mission, "what it will never do" 2), and a test holds this.
 */
import { z } from "zod";
import { filter, listAddress } from "../../../platform/http/list-address.ts";
import { type EnforceabilityState, enforceabilityStates } from "../domain/enforceability-state.ts";

export const sortKeys = ["az", "seit", "frist"] as const;
export type SortKey = (typeof sortKeys)[number];

export const sortLabels: Readonly<Record<SortKey, string>> = {
  az: "Aktenzeichen",
  seit: "Stand seit",
  frist: "Nächste Frist",
};

export const stateKeys = Object.keys(enforceabilityStates) as [EnforceabilityState, ...EnforceabilityState[]];

/** Of the officer: an id, "ich" for oneself, "niemand" for cases without one. */
const officerFilter = z.union([z.literal("ich"), z.literal("niemand"), z.uuid()]);

const filterShape = {
  stand: filter(z.enum(stateKeys)),
  bearbeitung: filter(officerFilter),
  gemeinde: filter(z.string().regex(/^\d{8}$/)),
  hindernis: filter(z.enum(["offen", "keins"])),
  az: filter(z.string().trim().min(2).max(50)),
};

export const filterKeys = Object.keys(filterShape) as (keyof typeof filterShape)[];

export const listQuery = z.object({
  ...filterShape,
  sort: z.enum(sortKeys).catch("az"),
  richtung: z.enum(["auf", "ab"]).catch("auf"),
  weiter: filter(z.string().max(500)),
  /** What was typed where nothing was chosen from the list. */
  "gemeinde-text": filter(z.string().trim().min(2).max(100)),
});

/** Key of the last row shown: a file number, or a day and an id. */
export const cursorSchema = z.array(z.string().max(100)).min(1).max(2);

export type ListQuery = z.output<typeof listQuery>;
export type ListFilter = Pick<ListQuery, keyof typeof filterShape>;

/** The address of the list with some values replaced; a value of undefined takes the key away. */
export function listHref(query: ListQuery, change: Partial<ListQuery> = {}, path = "/faelle"): string {
  return listAddress(path, { ...query, ...change }, { sort: "az", richtung: "auf" });
}

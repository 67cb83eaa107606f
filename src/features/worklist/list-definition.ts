/**
 * What the work queue may be filtered by, as data. There is no choice of order at all: legal dates decide. Nothing about
 * the person is a filter (mission, "what it will never do" 2), and a test holds this.
 */
import { z } from "zod";
import { filter, listAddress } from "../../platform/http/list-address.ts";
import { kindOrder } from "./domain/work-item.ts";

export const tabs = {
  alle: "Alle",
  heute: "Heute",
  neu: "Neu eingegangen",
  wartet: "Wartet auf andere",
  wiedervorlage: "Wiedervorlage",
  team: "Team",
} as const;
export type TabName = keyof typeof tabs;
export const tabNames = Object.keys(tabs) as [TabName, ...TabName[]];

export const workQuery = z.object({
  ansicht: z.enum(tabNames).catch("alle"),
  art: filter(z.enum(kindOrder)),
  zustaendig: filter(z.enum(["ich", "vertretung", "niemand"])),
  /** Cases with an open request to this authority. */
  behoerde: filter(z.string().regex(/^[A-Z0-9-]{2,40}$/)),
  az: filter(z.string().trim().min(3).max(50)),
  namen: filter(z.enum(["verdeckt"])),
  weiter: filter(z.string().max(500)),
});
export type WorkQuery = z.output<typeof workQuery>;

/** What a saved view keeps: never a file number, never the place in the list. */
const savedKeys = ["ansicht", "art", "zustaendig", "behoerde", "namen"] as const;

/** Place, kind and order inside the source of the last line shown. */
export const cursorSchema = z.tuple([z.iso.datetime(), z.enum(kindOrder), z.array(z.string().max(200)).max(3)]);

/** The address of the queue with some values replaced; a value of undefined takes the key away. */
export function workHref(query: Partial<WorkQuery>, change: Partial<WorkQuery> = {}, path = "/arbeitsvorrat"): string {
  return listAddress(path, { ...query, ...change }, { ansicht: "alle" });
}

/** The part of a query that may be saved, as query string. */
export const savedQuery = (query: WorkQuery): string =>
  workHref(Object.fromEntries(savedKeys.map((key) => [key, query[key]]))).replace(/^[^?]*\??/, "");

/**
 * Small-cell suppression: a count below five is not shown, and as many further fields are hidden as it takes that no
 * reader can work it out from the totals. One table is protected at a time: two groupings of the same measures must not
 * be published beside each other.
 */
import { arcsOf, cheapestCircle, type Arc, type Reader } from "./circulation.ts";
import { show, withTotals, type CountTable, type ShownTable } from "./count-table.ts";

/** Counts below this are hidden, also zero: a visible zero beside a hidden field would tell who is in it (domain.md 4.17). */
const smallCell = 5;

const readers: readonly Reader[] = ["naive", "informed"];

/** The table as anybody outside the owning authority may see it. */
export function protect(table: CountTable, threshold = smallCell): ShownTable {
  if (table.rows.length === 0 || table.columns.length === 0) return show(table, () => true);
  const arcs = arcsOf(withTotals(table), threshold);
  while (hideMore(arcs) || hideBesideFullCells(arcs, threshold));
  const hidden = new Set(arcs.filter((arc) => arc.hidden).map(({ row, column }) => `${row}:${column}`));
  return show(table, (row, column) => hidden.has(`${row}:${column}`));
}

/**
 * Whoever knows the threshold knows that a hidden count is at most one below it: if all hidden fields of a line with a
 * visible total are that large, their sum gives them away. One more field of the line is hidden then.
 */
function hideBesideFullCells(arcs: Arc[], threshold: number): boolean {
  for (const side of ["row", "column"] as const)
    for (const total of arcs.filter(({ kind, hidden }) => kind === "total" && !hidden)) {
      const line = arcs.filter((arc) => arc.kind === "field" && arc[side] === total[side]);
      const hidden = line.filter((arc) => arc.hidden);
      if (line.length === 0 || hidden.length === 0 || !hidden.every(({ value }) => value === threshold - 1)) continue;
      const next = line.filter((arc) => !arc.hidden).toSorted((a, b) => a.value - b.value)[0] ?? total;
      next.hidden = true;
      return true;
    }
  return false;
}

/** Hides the cheapest circle for each field that is not protected yet; true while something was added. */
function hideMore(arcs: Arc[]): boolean {
  let added = false;
  for (const reader of readers)
    for (const arc of arcs.filter(({ hidden }) => hidden)) {
      // To an informed reader a zero is no secret; the naive one must not be able to tell it from a small count.
      if (reader === "informed" && arc.value === 0) continue;
      const circle = cheapestCircle(arc, arcs, reader);
      for (const part of circle.arcs) part.hidden = true;
      added ||= circle.cost > 0;
    }
  return added;
}

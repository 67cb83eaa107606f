/**
 * A table with totals seen as a circulation: each field is an arc, rows and columns are the places where the sums have
 * to meet. A field that is hidden cannot be worked out if, and only if, it lies on a circle of hidden arcs along which
 * all values can move by one. This file finds such circles, at the least cost where further fields have to be hidden.
 */

/** Feld der Tabelle als Pfeil zwischen Zeile und Spalte (statistische Geheimhaltung; domain.md 4.17). */
export type Arc = {
  row: number;
  column: number;
  from: number;
  to: number;
  value: number;
  kind: "field" | "total" | "grandTotal";
  hidden: boolean;
};

/**
 * Leser einer Tabelle (statistische Geheimhaltung; domain.md 4.17): `naive` knows that counts are not negative;
 * `informed` also knows every field that is zero, because that combination cannot occur, and that the others are not.
 */
export type Reader = "naive" | "informed";

/** One arc per field of the table with totals: sums flow from the rows to the columns and back over the totals. */
export function arcsOf(extended: readonly (readonly number[])[], threshold: number): Arc[] {
  const lastRow = extended.length - 1;
  const columnNode = (column: number): number => extended.length + column;
  return extended.flatMap((line, row) =>
    line.map((value, column): Arc => {
      const inTotalRow = row === lastRow;
      const inTotalColumn = column === line.length - 1;
      const ends = [row, columnNode(column)] as const;
      const [from, to] = inTotalRow === inTotalColumn ? ends : ([ends[1], ends[0]] as const);
      const kind = inTotalRow && inTotalColumn ? "grandTotal" : inTotalRow || inTotalColumn ? "total" : "field";
      return { row, column, from, to, value, kind, hidden: value < threshold };
    }),
  );
}

type Move = { arc: Arc; from: number; to: number; cost: number };

/** Totals are the figures people need most: they are hidden only if no other circle exists, the grand total last. */
const prices = { field: 1_000, total: 1_000_000, grandTotal: 1_000_000_000 };
const costOf = ({ hidden, kind, value }: Arc): number => (hidden ? 0 : prices[kind] + value);

function movesOf(arcs: readonly Arc[], reader: Reader): Move[] {
  const lowest = reader === "informed" ? 1 : 0;
  const movable = reader === "informed" ? arcs.filter(({ value }) => value > 0) : arcs;
  return movable.flatMap((arc) => {
    const cost = costOf(arc);
    const up: Move = { arc, from: arc.from, to: arc.to, cost };
    return arc.value > lowest ? [up, { arc, from: arc.to, to: arc.from, cost }] : [up];
  });
}

type Path = { cost: number; arcs: Arc[] };

/** Cheapest path over the moves (Bellman–Ford: the graphs have a few dozen nodes). */
function cheapestPath(moves: readonly Move[], start: number, end: number): Path | undefined {
  const best = new Map<number, Path>([[start, { cost: 0, arcs: [] }]]);
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    for (const { arc, from, to, cost } of moves) {
      const here = best.get(from);
      if (!here || (best.get(to)?.cost ?? Number.POSITIVE_INFINITY) <= here.cost + cost) continue;
      best.set(to, { cost: here.cost + cost, arcs: [...here.arcs, arc] });
      isBetter = true;
    }
  }
  return best.get(end);
}

/** The circle through an arc that costs least; cost 0 means that the hidden fields protect it already. */
export function cheapestCircle(arc: Arc, arcs: readonly Arc[], reader: Reader): Path {
  const moves = movesOf(
    arcs.filter((other) => other !== arc),
    reader,
  );
  const up = cheapestPath(moves, arc.to, arc.from);
  const canFall = arc.value > (reader === "informed" ? 1 : 0);
  const down = canFall ? cheapestPath(moves, arc.from, arc.to) : undefined;
  const circle = up && down ? (down.cost < up.cost ? down : up) : (up ?? down);
  // The circle over the three totals of a field always exists: all four values can rise together.
  if (!circle) throw new Error("a table without totals cannot be protected");
  return circle;
}

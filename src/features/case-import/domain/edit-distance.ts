/** How many slips of the keyboard lie between two short texts. Used for proposals only, never to decide by itself. */

/** Insertions, deletions, replacements and swaps of neighbours; stops counting above `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      current.push(cheapest({ a, b, row, column, before, last, current }));
    }
    if (Math.min(...current) > most) return most + 1;
    [before, last] = [last, current];
  }
  return last[b.length] ?? most + 1;
}

type Step = { a: string; b: string; row: number; column: number; before: number[]; last: number[]; current: number[] };

function cheapest({ a, b, row, column, before, last, current }: Step): number {
  const at = (line: number[], index: number): number => line[index] ?? Number.POSITIVE_INFINITY;
  const isSame = a[row - 1] === b[column - 1];
  const plain = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (isSame ? 0 : 1));
  const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  return isSwap ? Math.min(plain, at(before, column - 2) + 1) : plain;
}

/** Whether `typed` is probably a slip for `meant`: one in words of five letters or more, two from nine on. */
export function isSlipOf(typed: string, meant: string): boolean {
  const most = meant.length >= 9 ? 2 : meant.length >= 5 ? 1 : 0;
  return most > 0 && editDistance(typed, meant, most) <= most;
}

/** A stretch that differs: `gone` pieces of the first list from `at` on, `fresh` ones of the second from `to` on. */
export type Change = { at: number; gone: number; to: number; fresh: number };

/**
 * How many pieces may differ before two lists are taken for wholly different, and nothing finer is looked for: the work
 * grows with its square. node-diff3 takes eleven seconds for 2,000 equal lines, which anybody may type.
 */
const MOST_DIFFERENCES = 1200;

/** What makes the second list of the first, in order, as few pieces as can be (Myers, 1986). */
export function changesBetween(before: readonly string[], after: readonly string[]): Change[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const [a, b] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  if (a.length === 0 && b.length === 0) return [];
  const whole = [{ at: head, gone: a.length, to: head, fresh: b.length }];
  if (a.length === 0 || b.length === 0) return whole;
  const kept = commonPieces(a, b);
  if (!kept) return whole;
  const changes: Change[] = [];
  let [x, y] = [0, 0];
  for (const [keptX, keptY] of [...kept, [a.length, b.length] as const]) {
    if (keptX > x || keptY > y) changes.push({ at: head + x, gone: keptX - x, to: head + y, fresh: keptY - y });
    [x, y] = [keptX + 1, keptY + 1];
  }
  return changes;
}

/** The pairs of places at which two lists hold the same pieces in the same order; null when too much differs. */
function commonPieces(a: readonly string[], b: readonly string[]): (readonly [number, number])[] | null {
  const most = Math.min(a.length + b.length, MOST_DIFFERENCES);
  const furthest = new Int32Array(2 * most + 3);
  const trail: Int32Array[] = [];
  const middle = most + 1;
  for (let steps = 0; steps <= most; steps++) {
    trail.push(furthest.slice(middle - steps - 1, middle + steps + 2));
    for (let k = -steps; k <= steps; k += 2) {
      const down = k === -steps || (k !== steps && at(furthest, middle + k - 1) < at(furthest, middle + k + 1));
      let x = down ? at(furthest, middle + k + 1) : at(furthest, middle + k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      furthest[middle + k] = x;
      if (x >= a.length && x - k >= b.length) return walkBack(trail, a.length, b.length);
    }
  }
  return null;
}

const at = (numbers: Int32Array, index: number) => numbers[index] ?? 0;

/** From the end back to the beginning, along the furthest places that each step had reached. */
function walkBack(trail: readonly Int32Array[], endX: number, endY: number): (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = [];
  let [x, y] = [endX, endY];
  for (let steps = trail.length - 1; steps >= 0; steps--) {
    const reached = trail[steps] as Int32Array;
    const of = (k: number) => at(reached, k + steps + 1);
    const k = x - y;
    const down = k === -steps || (k !== steps && of(k - 1) < of(k + 1));
    const cameFrom = down ? k + 1 : k - 1;
    const [fromX, fromY] = steps === 0 ? [0, 0] : [of(cameFrom), of(cameFrom) - cameFrom];
    while (x > fromX && y > fromY) kept.push([--x, --y]);
    [x, y] = [fromX, fromY];
  }
  return kept.reverse();
}

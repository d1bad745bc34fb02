/** Waits for a moment of `performance.now()`. */
export const moment = (at: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, at - performance.now())));

/** Asks every 100 ms until it is so; answers whether it came true within this time, in ms. */
export async function until(isSo: () => boolean | Promise<boolean>, within: number): Promise<boolean> {
  const deadline = performance.now() + within;
  while (!(await isSo())) {
    if (performance.now() > deadline) return false;
    await moment(performance.now() + 100);
  }
  return true;
}

/** Numbers in [0, 1), the same for the same seed (mulberry32): a run's moments and choices can be repeated. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of them, or undefined when there is none. */
export const oneOf = <T>(items: readonly T[], random: () => number): T | undefined =>
  items[Math.floor(random() * items.length)];

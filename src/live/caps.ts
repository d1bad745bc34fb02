/** How much of this process one address, one session and one socket may take. */
export type Caps = { socketsPerAddress: number; socketsPerSession: number; eventsPer10Seconds: number };

/** A congress behind one address joins together; a member has tabs; no hand sends thirty events a second. */
export const CAPS: Caps = { socketsPerAddress: 1_000, socketsPerSession: 30, eventsPer10Seconds: 300 };

/** Counts what is taken now. A key that holds nothing is forgotten. */
export function createTally(max: number) {
  const held = new Map<string, number>();
  return {
    isFull: (key: string) => (held.get(key) ?? 0) >= max,
    take: (key: string) => void held.set(key, (held.get(key) ?? 0) + 1),
    give(key: string): void {
      const left = (held.get(key) ?? 1) - 1;
      if (left > 0) held.set(key, left);
      else held.delete(key);
    },
  };
}

/** Answers whether one more event of a socket is still within its budget. */
export function createBudget(max: number, now = () => performance.now()): () => boolean {
  let [begun, spent] = [now(), 0];
  return () => {
    const time = now();
    if (time - begun > 10_000) [begun, spent] = [time, 0];
    spent++;
    return spent <= max;
  };
}

/** Bytes of a file, both ends included. */
export type ByteRange = { from: number; to: number };

/**
 * What a `Range` header asks of a file of `size` bytes: one range; null where all of it is sent (no header, several
 * ranges, or words that mean nothing); "unsatisfiable" where it begins behind the end.
 */
export function readRange(header: string | null, size: number): ByteRange | "unsatisfiable" | null {
  const [, first = "", last = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "") ?? [];
  if (first === "" && last === "") return null;
  if (first === "") {
    const wanted = Math.min(Number(last), size);
    return wanted === 0 ? "unsatisfiable" : { from: size - wanted, to: size - 1 };
  }
  const [from, to] = [Number(first), last === "" ? size - 1 : Math.min(Number(last), size - 1)];
  if (last !== "" && Number(last) < from) return null;
  return from >= size ? "unsatisfiable" : { from, to };
}

import { AppError } from "@/core/app-error.ts";

/**
 * What to do at a place of a file: wait until `need` bytes are held; or let out `emit`, which stands for as many of the
 * held bytes, and then let the next `pass` bytes through, or as many zeros in their place (`blank`).
 */
export type Step = { need: number } | { emit: Uint8Array; pass?: number; blank?: number };

/** Not built as a video is. */
export const unreadableVideo = () => new AppError("invalid", "video_unreadable");

const MOST_ZEROS = 64 * 1024;

/**
 * Walks through a file while it passes, holding no more of it than `next` asks for. `next` is given what is held and
 * where in the file that begins; it may change what it lets out. As many bytes come out as went in.
 */
export function createByteWalker(next: (held: Buffer, at: number) => Step) {
  let [parts, count, need, at] = [[] as Uint8Array[], 0, 1, 0];
  let [left, blank] = [0, false];

  function* push(piece: Uint8Array): Generator<Uint8Array> {
    let rest = piece;
    while (rest.length > 0) {
      if (left > 0) {
        const taken = rest.subarray(0, Math.min(left, rest.length));
        yield* blank ? zeros(taken.length) : [taken];
        [rest, left, at] = [rest.subarray(taken.length), left - taken.length, at + taken.length];
        continue;
      }
      parts.push(rest);
      count += rest.length;
      rest = new Uint8Array(0);
      while (left === 0 && count >= need && count > 0) {
        const held = Buffer.concat(parts, count);
        const step = next(held, at);
        if ("need" in step) {
          if (step.need <= need && step.need <= count) throw new Error("a walk that stands still");
          need = step.need;
          [parts, count] = [[held], held.length];
          continue;
        }
        yield step.emit;
        at += step.emit.length;
        const after = held.subarray(step.emit.length);
        [left, blank, need] = [step.pass ?? step.blank ?? 0, step.blank !== undefined, 1];
        [parts, count] = after.length > 0 && left === 0 ? [[after], after.length] : [[], 0];
        if (left > 0) rest = after;
      }
    }
  }

  return {
    push: (piece: Uint8Array) => [...push(piece)],
    /** Where the file ended. Throws where it ended in the middle of something; `pass: Infinity` ends anywhere. */
    end(): number {
      if (count > 0 || (left > 0 && left !== Number.POSITIVE_INFINITY)) throw unreadableVideo();
      return at;
    },
  };
}

function* zeros(length: number): Generator<Uint8Array> {
  for (let left = length; left > 0; left -= MOST_ZEROS) yield new Uint8Array(Math.min(left, MOST_ZEROS));
}

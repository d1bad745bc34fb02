import { AppError } from "@/core/app-error.ts";
import type { ByteRange } from "./http/byte-range.ts";
import { createMp4Scrubber, looksLikeMp4 } from "./mp4.ts";
import { createWebmScrubber, looksLikeWebm } from "./webm.ts";

/** What a video may weigh. */
export const MAX_VIDEO_BYTES = 100 * 1024 * 1024;

/** What a video is by its first bytes: MP4 (a telephone's QuickTime too, which is built the same) or WebM; null for anything else. */
export function videoType(head: Uint8Array): "video/mp4" | "video/webm" | null {
  if (looksLikeMp4(head)) return "video/mp4";
  return looksLikeWebm(head) ? "video/webm" : null;
}

/** Walks through a video while it passes; as many bytes come out as went in. */
export type Scrubber = {
  push: (piece: Uint8Array) => Uint8Array[];
  /** Nothing comes any more: throws where the video is not whole. Answers what has to be blank of what passed already. */
  end: () => ByteRange[];
};

const HEAD_BYTES = 64;

/**
 * A video without what it says of where, when and with what it was made, its pictures and sound untouched: nothing is
 * encoded anew. Throws `invalid`: of another kind, or not built as such a video is, from its first byte to its last.
 */
export function scrubVideo(pieces: AsyncIterable<Uint8Array>): {
  pieces: AsyncIterable<Uint8Array>;
  blank: () => ByteRange[];
} {
  let blank: ByteRange[] = [];
  async function* scrubbed(): AsyncGenerator<Uint8Array> {
    let scrubber: Scrubber | null = null;
    let head: Uint8Array = new Uint8Array(0);
    for await (const piece of pieces) {
      if (scrubber) {
        yield* scrubber.push(piece);
        continue;
      }
      head = Buffer.concat([head, piece]);
      if (head.length < HEAD_BYTES) continue;
      scrubber = scrubberOf(head);
      yield* scrubber.push(head);
    }
    if (!scrubber) {
      if (head.length === 0) return;
      throw new AppError("invalid", "video_of_another_kind");
    }
    blank = scrubber.end();
  }
  return { pieces: scrubbed(), blank: () => blank };
}

function scrubberOf(head: Uint8Array): Scrubber {
  const type = videoType(head);
  if (type === null) throw new AppError("invalid", "video_of_another_kind");
  return type === "video/mp4" ? createMp4Scrubber() : createWebmScrubber();
}

import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { type EncodedImage, encodePixels } from "./images.ts";

/** Longer side of a drawn page, pixels. */
const SIDE = 1200;
const MAX_MS = 15_000;

/**
 * The first page of a PDF as a picture; null when it cannot be drawn (protected, damaged, too much for the time and
 * memory that it is given). PDFium is WebAssembly: what a hostile file makes of it stays in a thread that is thrown away.
 */
export async function drawFirstPage(bytes: Uint8Array, maxMs = MAX_MS): Promise<EncodedImage | null> {
  const drawn = await inThread(bytes, maxMs);
  return drawn && encodePixels(drawn);
}

type Drawn = { width: number; height: number; pixels: Uint8Array };

function inThread(bytes: Uint8Array, maxMs: number): Promise<Drawn | null> {
  const worker = new Worker(join(import.meta.dirname, "pdf-page.worker.mjs"), {
    workerData: { bytes, side: SIDE },
    resourceLimits: { maxOldGenerationSizeMb: 128 },
    // Nothing of ours: neither its secrets nor what it was started with.
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve) => {
    const finish = (drawn: Drawn | null) => {
      clearTimeout(late);
      void worker.terminate();
      resolve(drawn);
    };
    const late = setTimeout(() => finish(null), maxMs);
    worker.once("message", (drawn: Drawn) => finish(drawn));
    worker.once("error", () => finish(null));
    worker.once("exit", () => finish(null));
  });
}

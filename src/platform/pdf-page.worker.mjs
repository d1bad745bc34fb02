// Draws the first page of a PDF, in a thread of its own that is ended when it takes too long. Started by pdf-page.ts from
// this very file, by Node alone: nothing of it is built or bundled.
import { parentPort, workerData } from "node:worker_threads";

/** A page may ask for gigabytes; the memory of the thread's WebAssembly stops here. */
const MAX_BYTES = 320 * 1024 * 1024;
const PAGE_BYTES = 65_536;
const grow = WebAssembly.Memory.prototype.grow;
WebAssembly.Memory.prototype.grow = function growWithin(pages) {
  if (this.buffer.byteLength + pages * PAGE_BYTES > MAX_BYTES) throw new RangeError("the page wants too much memory");
  return grow.call(this, pages);
};

/** @type {{ bytes: Uint8Array, side: number }} */
const { bytes, side } = workerData;
const { PDFiumLibrary } = await import("@hyzyla/pdfium");
const library = await PDFiumLibrary.init();
const page = (await library.loadDocument(bytes)).getPage(0);
const { originalWidth, originalHeight } = page.getOriginalSize();
const scale = side / Math.max(originalWidth, originalHeight, 1);
const { width, height, data } = await page.render({ scale, render: "bitmap" });
parentPort?.postMessage({ width, height, pixels: new Uint8Array(data) });

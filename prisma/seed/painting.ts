import sharp from "sharp";
import { encodeImage } from "@/platform/images.ts";

/** The demo's pictures are drawn: nobody and nowhere real. Points in hundredths of the width, from the top left. */
export type Point = { x: number; y: number };
/** `within`: left, top, right and bottom of what it may cover; the whole picture where nothing is said. */
export type Shape = {
  colour: string;
  within?: readonly [number, number, number, number];
  holds: (at: Point) => boolean;
};

export const ellipse = (colour: string, x: number, y: number, rx: number, ry: number = rx): Shape => ({
  colour,
  within: [x - rx, y - ry, x + rx, y + ry],
  holds: (at) => ((at.x - x) / rx) ** 2 + ((at.y - y) / ry) ** 2 <= 1,
});

export const ring = (colour: string, x: number, y: number, radius: number, width: number): Shape => ({
  colour,
  within: [x - radius - width, y - radius - width, x + radius + width, y + radius + width],
  holds: (at) => Math.abs(Math.hypot(at.x - x, at.y - y) - radius) <= width,
});

/** With round corners where a radius is given. */
export const box = (colour: string, x: number, y: number, width: number, height: number, radius = 0): Shape => ({
  colour,
  within: [x, y, x + width, y + height],
  holds: (at) => {
    const dx = Math.max(x + radius - at.x, at.x - (x + width - radius), 0);
    const dy = Math.max(y + radius - at.y, at.y - (y + height - radius), 0);
    return radius === 0 ? dx === 0 && dy === 0 : Math.hypot(dx, dy) <= radius;
  },
});

/** A line of so much width on each side. */
export const stroke = (colour: string, from: Point, to: Point, width: number): Shape => ({
  colour,
  within: [
    Math.min(from.x, to.x) - width,
    Math.min(from.y, to.y) - width,
    Math.max(from.x, to.x) + width,
    Math.max(from.y, to.y) + width,
  ],
  holds: (at) => {
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const along = Math.min(1, Math.max(0, ((at.x - from.x) * dx + (at.y - from.y) * dy) / (dx * dx + dy * dy)));
    return Math.hypot(at.x - from.x - along * dx, at.y - from.y - along * dy) <= width;
  },
});

/** What lies below a line of summits, "x y" each, from left to right. */
export const below = (colour: string, line: readonly (readonly [number, number])[]): Shape => ({
  colour,
  holds: ({ x, y }) => {
    const next = line.findIndex(([at]) => at >= x);
    const [b, a] = [line[next], line[Math.max(0, next - 1)]];
    if (!a || !b) return false;
    const share = b[0] === a[0] ? 0 : (x - a[0]) / (b[0] - a[0]);
    return y >= a[1] + share * (b[1] - a[1]);
  },
});

const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
/** Samples on each side of a pixel, so that edges are soft. */
const FINE = 2;

/** A drawn picture as an uploaded one would be kept: shapes from the back to the front. */
export async function paint(
  { width, height, ground }: { width: number; height: number; ground: string },
  shapes: readonly Shape[],
) {
  const colours = [ground, ...shapes.map(({ colour }) => colour)].map(rgb);
  const seen = cover(width * FINE, height * FINE, shapes);
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (const channel of [0, 1, 2]) {
        let sum = 0;
        for (let n = 0; n < FINE * FINE; n++) {
          const at = (y * FINE + Math.floor(n / FINE)) * width * FINE + x * FINE + (n % FINE);
          sum += colours[seen[at] ?? 0]?.[channel] ?? 0;
        }
        pixels[(y * width + x) * 3 + channel] = Math.round(sum / FINE ** 2);
      }
  return encodeImage(
    await sharp(pixels, { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer(),
  );
}

/** Which shape is in front at each sample, by its rank; 0: none. */
function cover(width: number, height: number, shapes: readonly Shape[]): Uint8Array {
  const seen = new Uint8Array(width * height);
  const unit = 100 / width;
  for (const [index, { within = [0, 0, 100, (100 * height) / width], holds }] of shapes.entries()) {
    const [left, top, right, bottom] = within.map((side) => Math.round(side / unit)) as [
      number,
      number,
      number,
      number,
    ];
    for (let y = Math.max(0, top); y < Math.min(height, bottom); y++)
      for (let x = Math.max(0, left); x < Math.min(width, right); x++)
        if (holds({ x: (x + 0.5) * unit, y: (y + 0.5) * unit })) seen[y * width + x] = index + 1;
  }
  return seen;
}

import sharp from "sharp";
import { encodeImage } from "@/platform/images.ts";

/** How a portrait of the demo is drawn: colours, and which hair. Nobody real: circles and ellipses. */
export type Face = {
  ground: string;
  skin: string;
  hair: string;
  clothes: string;
  cut: "short" | "long" | "bun" | "curly" | "bald";
  glasses?: boolean;
};

const SIDE = 512;
type Point = { x: number; y: number };
type Shape = { colour: string; holds: (at: Point) => boolean };

const ellipse = (colour: string, x: number, y: number, rx: number, ry: number): Shape => ({
  colour,
  holds: (at) => ((at.x - x) / rx) ** 2 + ((at.y - y) / ry) ** 2 <= 1,
});
const ring = (colour: string, x: number, y: number, radius: number, width: number): Shape => ({
  colour,
  holds: (at) => Math.abs(Math.hypot(at.x - x, at.y - y) - radius) <= width,
});

/** In hundredths of the side, from the back to the front. */
function shapesOf({ skin, hair, clothes, cut, glasses }: Face): Shape[] {
  const ink = "#2a2022";
  const back: Record<Face["cut"], Shape[]> = {
    short: [ellipse(hair, 50, 38, 21, 22)],
    bald: [],
    long: [ellipse(hair, 50, 40, 25, 26), ellipse(hair, 50, 60, 25, 24)],
    bun: [ellipse(hair, 50, 13, 10, 9), ellipse(hair, 50, 38, 22, 23)],
    curly: [0, 1, 2, 3, 4, 5, 6, 7, 8].map((n) =>
      ellipse(hair, 50 + 20 * Math.cos((n * Math.PI) / 8), 40 - 19 * Math.sin((n * Math.PI) / 8), 10, 10),
    ),
  };
  const fringe: Record<Face["cut"], Shape[]> = {
    short: [{ colour: hair, holds: ({ x, y }) => y < 31 && ((x - 50) / 20) ** 2 + ((y - 40) / 22) ** 2 <= 1 }],
    long: [
      {
        colour: hair,
        holds: ({ x, y }) => y < 36 - (x - 40) * 0.35 && ((x - 50) / 20) ** 2 + ((y - 42) / 24) ** 2 <= 1,
      },
    ],
    bun: [{ colour: hair, holds: ({ x, y }) => y < 29 && ((x - 50) / 20) ** 2 + ((y - 40) / 22) ** 2 <= 1 }],
    curly: [ellipse(hair, 40, 27, 9, 7), ellipse(hair, 50, 24, 9, 7), ellipse(hair, 60, 27, 9, 7)],
    bald: [],
  };
  return [
    ...back[cut],
    ellipse(clothes, 50, 103, 37, 31),
    ellipse(skin, 50, 70, 8.5, 12),
    ellipse(skin, 50, 44, 18.5, 22),
    ...fringe[cut],
    ellipse(ink, 43, 45, 1.7, 2),
    ellipse(ink, 57, 45, 1.7, 2),
    {
      colour: ink,
      holds: ({ x, y }) => y > 54 && Math.abs(Math.hypot(x - 50, y - 49) - 8) < 0.8 && Math.abs(x - 50) < 5.5,
    },
    ...(glasses ? [ring(ink, 43, 45, 5.4, 0.55), ring(ink, 57, 45, 5.4, 0.55)] : []),
  ];
}

const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** A drawn portrait, as an uploaded photo would be kept. Four samples a pixel, so that its edges are soft. */
export async function drawFace(face: Face) {
  const shapes = shapesOf(face);
  const ground = rgb(face.ground);
  const colours = new Map(shapes.map(({ colour }) => [colour, rgb(colour)]));
  const pixels = Buffer.alloc(SIDE * SIDE * 3);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const sum = [0, 0, 0];
      for (const [dx, dy] of [
        [0.25, 0.25],
        [0.75, 0.25],
        [0.25, 0.75],
        [0.75, 0.75],
      ] as const) {
        const at = { x: ((x + dx) / SIDE) * 100, y: ((y + dy) / SIDE) * 100 };
        const seen = shapes.findLast((shape) => shape.holds(at));
        const colour = (seen && colours.get(seen.colour)) ?? ground;
        for (const channel of [0, 1, 2]) sum[channel] = (sum[channel] ?? 0) + (colour[channel] ?? 0) / 4;
      }
      for (const channel of [0, 1, 2]) pixels[(y * SIDE + x) * 3 + channel] = Math.round(sum[channel] ?? 0);
    }
  }
  const png = await sharp(pixels, { raw: { width: SIDE, height: SIDE, channels: 3 } })
    .png()
    .toBuffer();
  return encodeImage(png);
}

import { ellipse, paint, ring, type Shape } from "./painting.ts";

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

/** A drawn portrait, as an uploaded photo would be kept. */
export const drawFace = (face: Face) => paint({ width: SIDE, height: SIDE, ground: face.ground }, shapesOf(face));

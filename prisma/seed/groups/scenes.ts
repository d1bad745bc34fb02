import { below, box, ellipse, paint, ring, type Shape, stroke } from "../painting.ts";

/** 100 wide, nearly 62 high. */
const [WIDTH, HEIGHT] = [960, 592];

const wheel = (x: number, y: number, radius: number): Shape[] => [
  ring("#2a2022", x, y, radius, 0.55),
  ring("#8d8278", x, y, radius - 1.1, 0.25),
  ellipse("#2a2022", x, y, 0.9),
];
const tree = (x: number, y: number, size: number, leaf = "#5f8f5a"): Shape[] => [
  box("#7a5a41", x - size * 0.09, y - size * 0.6, size * 0.18, size * 0.6),
  ellipse(leaf, x, y - size * 0.85, size * 0.42, size * 0.5),
];
const puys = (colour: string, base: number): Shape =>
  below(colour, [
    [0, base - 3],
    [12, base - 9],
    [20, base - 7],
    [34, base - 22],
    [41, base - 23],
    [55, base - 6],
    [66, base - 12],
    [72, base - 11],
    [84, base - 3],
    [92, base - 7],
    [100, base - 4],
  ]);
/** Somebody seen from behind. */
const back = (x: number, y: number, hair: string, clothes: string, size = 1): Shape[] => [
  ellipse(clothes, x, y + 15 * size, 8.5 * size, 10 * size),
  ellipse("#d9a682", x, y + 4 * size, 2.2 * size, 4 * size),
  ellipse(hair, x, y, 4.4 * size, 5 * size),
];
const stall = (x: number, awning: string): Shape[] => [
  box("#8a6a4c", x, 42, 26, 11, 0.6),
  ...[0, 1, 2, 3, 4].map((n) =>
    ellipse(["#d9542b", "#e8a13a", "#6d9a3f", "#c23b4b", "#e7c65a"][n] ?? "#d9542b", x + 3.4 + n * 4.8, 42, 2.3, 1.9),
  ),
  box("#5b4636", x + 1, 26, 0.8, 17),
  box("#5b4636", x + 24.2, 26, 0.8, 17),
  ...[0, 1, 2, 3, 4, 5].map((n) => box(n % 2 ? "#fbf6ee" : awning, x - 1 + n * 4.7, 21, 4.7, 7)),
  ...[0, 1, 2, 3, 4, 5].map((n) => ellipse(n % 2 ? "#fbf6ee" : awning, x + 1.35 + n * 4.7, 28, 2.35, 1.6)),
];

const scenes = {
  /** The tram and its stop, before the volcanoes. */
  tram: [
    puys("#9fb7c9", 36),
    box("#d8cfc2", 0, 44, 100, 18),
    box("#b9ada0", 0, 55, 100, 1),
    ...tree(90, 46, 12),
    box("#c2183f", 16, 27, 58, 19, 4),
    box("#fbf6ee", 16, 37, 58, 2.2),
    ...[0, 1, 2, 3, 4].map((n) => box("#2d3c4c", 21 + n * 10, 30, 8, 6, 1)),
    box("#2d3c4c", 69, 30, 4, 8, 1.6),
    box("#2a2022", 20, 46, 52, 1.6),
    ...[26, 40, 54, 67].flatMap((x) => wheel(x, 47.4, 2.2)),
    stroke("#2a2022", { x: 40, y: 27 }, { x: 46, y: 20 }, 0.35),
    stroke("#2a2022", { x: 0, y: 20 }, { x: 100, y: 20 }, 0.2),
    box("#3b3134", 82, 30, 0.9, 18),
    box("#bf1238", 79.5, 27, 6, 5, 1),
  ],
  /** A bicycle against a wall, where the lane ends. */
  velo: [
    box("#e2b99a", 0, 0, 100, 44),
    ...[0, 1, 2, 3, 4, 5, 6, 7].map((n) => box("#d8ab89", (n * 27) % 96, 4 + n * 5, 9, 2.4)),
    box("#7d8187", 0, 44, 100, 18),
    box("#5f8f5a", 0, 47, 61, 9),
    box("#fbf6ee", 6, 51, 10, 0.8),
    box("#fbf6ee", 26, 51, 10, 0.8),
    box("#fbf6ee", 46, 51, 10, 0.8),
    ...[0, 1, 2, 3].map((n) => box(n % 2 ? "#fbf6ee" : "#d9542b", 62 + n * 2.2, 46, 2.2, 11)),
    ...wheel(32, 41, 9),
    ...wheel(58, 41, 9),
    stroke("#bf1238", { x: 32, y: 41 }, { x: 40, y: 28 }, 0.7),
    stroke("#bf1238", { x: 40, y: 28 }, { x: 54, y: 28 }, 0.7),
    stroke("#bf1238", { x: 40, y: 28 }, { x: 46, y: 41 }, 0.7),
    stroke("#bf1238", { x: 54, y: 28 }, { x: 46, y: 41 }, 0.7),
    stroke("#bf1238", { x: 32, y: 41 }, { x: 46, y: 41 }, 0.7),
    stroke("#2a2022", { x: 52.6, y: 23 }, { x: 58, y: 41 }, 0.6),
    stroke("#2a2022", { x: 50, y: 23 }, { x: 56.5, y: 22.4 }, 0.7),
    box("#2a2022", 36, 25, 7.5, 1.8, 0.9),
    box("#8a6a4c", 55, 25, 8, 6, 1),
  ],
  /** A small station whose window is shut. */
  gare: [
    puys("#b9c7b4", 34),
    box("#cfc4b4", 0, 50, 100, 12),
    box("#f1e2c8", 18, 22, 64, 28),
    {
      ...below("#a24a3a", [
        [15, 22],
        [50, 10],
        [85, 22],
      ]),
      within: [15, 10, 85, 22],
    },
    box("#f1e2c8", 18, 22, 64, 28),
    ellipse("#fbf6ee", 50, 18, 3.4),
    ring("#3b3134", 50, 18, 3.4, 0.35),
    stroke("#3b3134", { x: 50, y: 18 }, { x: 50, y: 15.6 }, 0.3),
    stroke("#3b3134", { x: 50, y: 18 }, { x: 51.8, y: 18.8 }, 0.3),
    ...[24, 64].map((x) => box("#6c8096", x, 28, 12, 10, 0.6)),
    ...[0, 1, 2, 3, 4].map((n) => box("#8f979f", 42, 30 + n * 3.4, 16, 2.6)),
    box("#fbf6ee", 45, 35, 10, 5, 0.4),
    box("#bf1238", 46, 37, 8, 0.8),
    box("#7d8187", 0, 56, 100, 1),
    box("#7d8187", 0, 60, 100, 1),
  ],
  /** A market in the morning. */
  marche: [
    ellipse("#ffe3a3", 84, 12, 6),
    box("#d9c7ad", 0, 50, 100, 12),
    box("#cdb694", 8, 4, 22, 30),
    box("#e6d3b3", 40, 8, 26, 26),
    ...[12, 20].flatMap((x) => [9, 19].map((y) => box("#8aa0ad", x, y, 5, 7))),
    ...[45, 55].map((x) => box("#8aa0ad", x, 14, 5, 7)),
    ...stall(4, "#bf1238"),
    ...stall(37, "#14694b"),
    ...stall(70, "#3e5c8a"),
    ...back(33, 36, "#3b2420", "#bf1238", 0.9),
    ...back(66, 38, "#b9b2ac", "#6d2f7a", 0.9),
  ],
  /** People around a table, a board in front of them. */
  reunion: [
    box("#efe2d2", 0, 0, 100, 62),
    box("#2f4a41", 26, 6, 48, 20, 0.8),
    ...[0, 1, 2].map((n) => box("#f3efe6", 31, 10 + n * 4.6, [30, 22, 26][n] ?? 20, 0.9)),
    box("#e6b34a", 61, 17, 8, 6, 0.4),
    ellipse("#b98a5f", 50, 48, 46, 10),
    box("#fbf6ee", 30, 45, 9, 4, 0.3),
    box("#fbf6ee", 58, 46, 9, 4, 0.3),
    ellipse("#3e5c8a", 50, 44, 2, 1.4),
    ...back(12, 34, "#3b2420", "#bf1238"),
    ...back(30, 30, "#6b4a33", "#14694b"),
    ...back(50, 29, "#1f1817", "#3e5c8a"),
    ...back(70, 30, "#b9b2ac", "#6d2f7a"),
    ...back(88, 34, "#8c5a2b", "#e0a13a"),
  ],
  /** Leaflets, folded and counted. */
  tracts: [
    box("#8a6a4c", 0, 0, 100, 62),
    box("#7a5c40", 0, 20, 100, 0.8),
    box("#7a5c40", 0, 42, 100, 0.8),
    ...[0, 1, 2, 3, 4].map((n) => box(n % 2 ? "#f3efe6" : "#e2dacb", 10 + n * 0.7, 34 - n * 2, 30, 20, 0.4)),
    box("#bf1238", 14, 28, 24, 6),
    ...[0, 1, 2, 3].map((n) => box("#9b9088", 14, 37 + n * 2.6, [24, 20, 23, 15][n] ?? 20, 0.9)),
    ...[0, 1, 2].map((n) => box(n % 2 ? "#f3efe6" : "#e2dacb", 52 + n * 0.7, 20 - n * 2, 34, 22, 0.4)),
    box("#14694b", 57, 19, 26, 6),
    ...[0, 1, 2].map((n) => box("#9b9088", 57, 28 + n * 2.6, [26, 22, 25][n] ?? 20, 0.9)),
    ellipse("#3b3134", 80, 52, 7, 3.4),
    ellipse("#6b4a33", 80, 51, 5, 2.2),
  ],
  /** The volcanoes from the plain. */
  puys: [
    ellipse("#ffd98a", 76, 14, 7),
    puys("#a9bccb", 40),
    below("#7fa06b", [
      [0, 40],
      [30, 43],
      [60, 38],
      [100, 44],
    ]),
    below("#5f8f5a", [
      [0, 52],
      [40, 47],
      [100, 54],
    ]),
    stroke("#efe2d2", { x: 46, y: 62 }, { x: 56, y: 46 }, 1.6),
    ...tree(18, 56, 11),
    ...tree(82, 60, 14, "#4f7d4c"),
  ],
  /** A school, its gate open. */
  ecole: [
    ellipse("#fbf6ee", 20, 12, 9, 3),
    box("#d9cbb6", 0, 50, 100, 12),
    box("#e7a87b", 14, 18, 72, 32),
    box("#a24a3a", 12, 14, 76, 5),
    ...[20, 34, 58, 72].flatMap((x) => [23, 35].map((y) => box("#5f7f95", x, y, 8, 8, 0.5))),
    box("#fbf6ee", 44, 24, 12, 5, 0.6),
    box("#3b3134", 45, 34, 10, 16, 0.6),
    ...[0, 1, 2, 3, 4, 5, 6, 7].map((n) => box("#3e5c8a", 4 + n * 4, 44, 0.8, 12)),
    ...[0, 1, 2, 3, 4, 5, 6, 7].map((n) => box("#3e5c8a", 66 + n * 4, 44, 0.8, 12)),
    ...tree(94, 52, 15),
  ],
  /** Beds of vegetables behind the flats. */
  potager: [
    box("#c8d6df", 0, 0, 100, 30),
    ...[6, 34, 66].map((x) => box("#e2d5c4", x, 4, 24, 28)),
    ...[6, 34, 66].flatMap((x) => [8, 16, 24].flatMap((y) => [3, 10, 17].map((dx) => box("#8aa0ad", x + dx, y, 4, 4)))),
    box("#a8b984", 0, 32, 100, 30),
    ...[0, 1, 2].map((n) => box("#6b4a33", 8 + n * 30, 42, 25, 12, 1.4)),
    ...[0, 1, 2].flatMap((n) =>
      [0, 1, 2, 3, 4].map((k) => ellipse(k % 2 ? "#5f8f5a" : "#7fa35a", 11 + n * 30 + k * 4.7, 45, 2.3, 2.6)),
    ),
    ...[0, 1, 2].map((k) => ellipse("#d9542b", 43 + k * 6, 50, 1.6)),
    ...back(24, 32, "#8c5a2b", "#e0a13a", 0.8),
  ],
} satisfies Record<string, Shape[]>;

export type Scene = keyof typeof scenes;

const grounds: Record<Scene, string> = {
  tram: "#dbe7ee",
  velo: "#e2b99a",
  gare: "#dfe9ef",
  marche: "#e7eff2",
  reunion: "#efe2d2",
  tracts: "#8a6a4c",
  puys: "#dce9f1",
  ecole: "#d5e5ee",
  potager: "#c8d6df",
};

/** A drawn picture of the demo's story. */
export const drawScene = (scene: Scene) =>
  paint({ width: WIDTH, height: HEIGHT, ground: grounds[scene] }, scenes[scene]);

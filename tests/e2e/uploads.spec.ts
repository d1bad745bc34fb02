import { flood, watching } from "../support/flood.ts";
import { expect, test } from "./fixtures.ts";
import { enterAs } from "./steps.ts";

// Twenty streams at once at the doors that take pictures, of the running application: refused, with flat memory.

const MB = 1024 * 1024;
const GIGABYTE = 1024 * MB;
const origin = () => process.env.E2E_ORIGIN ?? "";
const pid = () => Number(process.env.E2E_SERVER_PID);
const doors = [
  "/api/membres/0123456789ab/photo",
  "/api/debats/0123456789ab/couverture",
  "/api/publications/videos",
  "/api/groupes/0123456789ab/fichiers",
];
const twenty = <Result>(make: (n: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: 20 }, (_, n) => make(n)));
const watched = <Result>(work: () => Promise<Result>) => watching(pid(), `${origin()}/api/health`, work);

test.describe("twenty streams of 1 GB", () => {
  for (const [what, size] of [
    ["that say so", { announced: GIGABYTE }],
    ["that do not say how long they are", "chunked"],
  ] as const)
    test(`${what} are refused before they are read`, async () => {
      const { result, growth, slowest } = await watched(() =>
        twenty((n) => flood({ origin: origin(), path: doors[n % doors.length] ?? "", size })),
      );
      for (const { status, sent, ms } of result) {
        expect([413, 411, null]).toContain(status); // null: hung up on while it was still pouring
        expect(sent).toBeLessThan(24 * MB);
        expect(ms).toBeLessThan(20_000);
      }
      expect(growth).toBeLessThan(150 * MB);
      expect(slowest).toBeLessThan(10_000);
    });

  test("are told why as soon as they announce it", async () => {
    const answers = await twenty((n) =>
      flood({ origin: origin(), path: doors[n % doors.length] ?? "", size: { announced: GIGABYTE }, upTo: 0 }),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(413));
  });
});

test("twenty pictures as heavy as may be sent are refused to members in words, with flat memory", async ({
  browser,
}) => {
  const cookies = await (await enterAs(browser, "Inès")).context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const path = "/api/membres/cast00000001/photo";
  const heavy = { origin: origin(), path, cookie, size: { announced: 20 * MB }, upTo: 20 * MB };
  await flood(heavy); // the door is warm
  const { result, growth, slowest } = await watched(() => twenty(() => flood(heavy)));
  for (const { status } of result) expect([422, null]).toContain(status);
  // Half of what was sent: each is let go once it is refused.
  expect(growth).toBeLessThan(200 * MB);
  expect(slowest).toBeLessThan(10_000);
});

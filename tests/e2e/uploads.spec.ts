import { expect, type Page, test } from "@playwright/test";
import { Client } from "pg";
import { flood, watching } from "../support/flood.ts";

// Twenty streams at once at the doors that take pictures, of the running application: refused, with flat memory.

const MB = 1024 * 1024;
const GIGABYTE = 1024 * MB;
const origin = () => process.env.E2E_ORIGIN ?? "";
const pid = () => Number(process.env.E2E_SERVER_PID);
const doors = ["/api/membres/0123456789ab/photo", "/api/debats/0123456789ab/couverture"];
const twenty = <Result>(make: (n: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: 20 }, (_, n) => make(n)));
const watched = <Result>(work: () => Promise<Result>) => watching(pid(), `${origin()}/api/health`, work);

async function enterAs(page: Page, name: string): Promise<string> {
  await page.goto("/connexion");
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await expect(page).toHaveURL(/\/accueil$/);
  return (await page.context().cookies()).map((cookie) => `${cookie.name}=${cookie.value}`).join("; ");
}

async function idOf(name: string): Promise<string> {
  const client = new Client({ connectionString: process.env.E2E_DATABASE_URL });
  await client.connect();
  const { rows } = await client.query<{ id: string }>("select id from member where name = $1", [name]);
  await client.end();
  return rows[0]?.id ?? "";
}

test.describe("twenty streams of 1 GB", () => {
  for (const [what, size] of [
    ["that say so", { announced: GIGABYTE }],
    ["that do not say how long they are", "chunked"],
  ] as const)
    test(`${what} are refused before they are read`, async () => {
      const { result, growth, slowest } = await watched(() =>
        twenty((n) => flood({ origin: origin(), path: doors[n % 2] ?? "", size })),
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
      flood({ origin: origin(), path: doors[n % 2] ?? "", size: { announced: GIGABYTE }, upTo: 0 }),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(413));
  });
});

test("twenty pictures as heavy as may be sent are refused to members in words, with flat memory", async ({ page }) => {
  const cookie = await enterAs(page, "Inès");
  const id = await idOf("Inès Bonnet");
  const path = `/api/membres/${id}/photo`;
  const heavy = { origin: origin(), path, cookie, size: { announced: 20 * MB }, upTo: 20 * MB };
  await flood(heavy); // the door is warm
  const { result, growth, slowest } = await watched(() => twenty(() => flood(heavy)));
  for (const { status } of result) expect([422, null]).toContain(status);
  expect(growth).toBeLessThan(150 * MB);
  expect(slowest).toBeLessThan(10_000);
});

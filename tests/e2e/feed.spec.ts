import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { enterAs } from "./steps.ts";

/** The top of the feed is on the screen for long enough to have been seen. */
async function seesTheTop(page: Page): Promise<void> {
  const told = page.waitForResponse((response) => response.url().endsWith("/api/accueil/vu"));
  await page.locator("#fil").scrollIntoViewIfNeeded();
  await page.locator("#fil article").first().scrollIntoViewIfNeeded();
  expect((await told).status()).toBe(200);
}

test("a member reads what is new since last time; what comes meanwhile is announced and moves nothing", async ({
  browser,
}) => {
  const author = await enterAs(browser, "Inès");
  const said = (what: string) => `${what} ${Date.now()} : on se retrouve au local.`;
  const publishes = async (words: string) => {
    await author.goto("/groupes");
    await author.getByRole("link", { name: /Section Clermont-Ferrand/ }).click();
    await author.getByLabel(/^Publier dans/).fill(words);
    // Shown before it is stored: others find it once it is.
    const stored = author.waitForResponse((response) => response.url().endsWith("/api/publications"));
    await author.getByRole("button", { name: "Publier", exact: true }).click();
    expect((await stored).status()).toBe(200);
    await expect(author.getByText(words)).toBeVisible();
  };
  await publishes(said("Hier"));

  const reader = await enterAs(browser, "Yanis");
  await reader.clock.install();
  await reader.goto("/accueil");
  await seesTheTop(reader);

  const before = await reader.locator("#fil article").first().boundingBox();
  const words = said("Ce soir");
  await publishes(words);
  await reader.clock.fastForward("01:05");
  const show = reader.locator("#fil").getByRole("button", { name: /nouveauté.*afficher/ });
  await expect(show).toBeVisible();
  await expect(reader.getByText(words)).toHaveCount(0);
  const after = await reader.locator("#fil article").first().boundingBox();
  expect(after?.height).toBe(before?.height);

  await show.click();
  await expect(reader.getByText(words)).toBeVisible();
  await expect(reader.getByText(/nouveautés? depuis ta dernière visite/)).toBeVisible();
  await expect(reader.getByText(/Tu es à jour.: la suite, tu l’as déjà vue/)).toBeVisible();
});

test("what the feed shows is chosen without JavaScript, page after page", async ({ browser }) => {
  const page = await enterAs(browser, "Maryse", { javaScriptEnabled: false });
  await page.goto("/accueil");
  await page.getByRole("link", { name: "Voir plus tôt" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ton fil, plus tôt" })).toBeVisible();
  await page.getByRole("link", { name: "Mon accueil" }).click();
  await page.getByRole("navigation", { name: "Ce que montre le fil" }).getByRole("link", { name: "Débats" }).click();
  await expect(page).toHaveURL(/fil=debats/);
  await expect(
    page
      .locator("#fil")
      .getByText(/^Nouveau débat/)
      .first(),
  ).toBeVisible();
  await expect(page.locator("#fil article")).toHaveCount(0);
});

test("the home page is readable by all, on a phone and on a screen, by day and by night", async ({ browser }) => {
  for (const [colorScheme, width, address] of [
    ["light", 360, "/accueil"],
    ["light", 1280, "/accueil?fil=groupes"],
    ["dark", 1280, "/accueil"],
    ["dark", 360, "/accueil?fil=coopains"],
  ] as const) {
    const page = await enterAs(browser, "Maryse", { colorScheme, viewport: { width, height: 800 } });
    await page.goto(address);
    await expect(page.locator("#fil")).toBeVisible();
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider, `${address} at ${width}`).toBe(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      `${address} at ${width}`,
    ).toEqual([]);
    await page.close();
  }
});

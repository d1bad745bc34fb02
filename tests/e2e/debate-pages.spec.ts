import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, expect, type Page, test } from "@playwright/test";

const TRANSPORT = /transports du quotidien/;
const question = "Faut-il une école ouverte le samedi ?";

async function enterAs(browser: Browser, name: string, options: object = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto("/connexion");
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await expect(page).toHaveURL(/\/accueil$/);
  return page;
}

/** The address of the first link of this name on a page. */
async function linkOn(page: Page, place: string, name: string | RegExp): Promise<string> {
  await page.goto(place);
  return (await page.getByRole("link", { name }).first().getAttribute("href")) ?? "";
}

async function check(page: Page, place: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${place}: ${id} ${nodes[0]?.html}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${place} overflows`).toBe(0);
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`running, answering, reporting and deciding pass axe on a phone, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const phone: BrowserContextOptions = {
      viewport: { width: 360, height: 780 },
      colorScheme,
      reducedMotion: "reduce",
    };
    const visitor = await (await browser.newContext(phone)).newPage();
    const debate = await linkOn(visitor, "/debats", TRANSPORT);
    const report = await linkOn(visitor, debate, "Signaler");
    for (const place of ["/debats?statut=clos", `${debate}?ordre=partagees`, report]) {
      await visitor.goto(place);
      await check(visitor, place);
    }
    const ines = await enterAs(browser, "Inès", phone);
    const thread = (await linkOn(ines, debate, "Répondre")).replace(/#.*/, "");
    const reopened = await linkOn(ines, "/debats", /30 km\/h/);
    const closed = await linkOn(ines, "/debats", /cantine scolaire/);
    const ideas = await linkOn(ines, "/debats", /jeunes médecins/);
    for (const place of [
      "/debats?voir=miens",
      "/debats/nouveau",
      thread,
      report,
      reopened,
      closed,
      ideas,
      "/moderation",
    ]) {
      await ines.goto(place);
      await check(ines, place);
    }
    await ines.getByRole("main").getByRole("link").first().click();
    await expect(ines).toHaveURL(/\/moderation\/\w{12}$/);
    await check(ines, "a case");
  });
}

test.describe("without JavaScript", () => {
  test("a leader opens a debate, moves it on, adds nothing twice, and a member replies to it", async ({ browser }) => {
    const ines = await enterAs(browser, "Inès", { javaScriptEnabled: false });
    await ines.goto("/debats/nouveau");
    await ines.getByLabel("Ta question").fill("Court");
    await ines.getByRole("button", { name: "Créer le débat" }).click();
    await expect(ines.getByText("Il faut au moins 10 caractères.").first()).toBeVisible();
    await ines.getByLabel("Ta question").fill(question);
    await ines.getByLabel("Les idées").fill("2026-01-05T09:00");
    await ines.getByLabel("Le débat").fill("2026-01-05T09:00");
    await ines.getByRole("button", { name: "Créer le débat" }).click();
    await expect(ines).toHaveURL(/\/animer$/);
    await ines.getByText("Passer au vote", { exact: true }).first().click();
    await ines.getByRole("button", { name: "Oui, passer au vote" }).click();
    await expect(ines.getByText("Étape en cours : Vote")).toBeAttached();
    await ines.getByText("Revenir une étape en arrière").click();
    await ines.getByLabel("Pourquoi").fill("Trois personnes n’ont pas pu écrire.");
    await ines.getByRole("button", { name: /^Revenir à/ }).click();
    await expect(ines.getByText("Étape en cours : Débat")).toBeAttached();
    await ines.getByRole("link", { name: "Voir le débat" }).click();
    await ines.getByRole("textbox", { name: "Ta contribution" }).fill("Une école ouverte, oui, avec les parents.");
    await ines.getByRole("button", { name: "Publier" }).click();
    const mine = ines.getByRole("article").filter({ hasText: "avec les parents" });
    await mine.getByRole("link", { name: "Modifier" }).click();
    await ines
      .getByLabel("Modifier ta contribution")
      .fill("Une école ouverte, oui, avec les parents et les associations.");
    await ines.getByRole("button", { name: "Enregistrer" }).click();
    await expect(ines.getByText("Avant d’être modifié")).toBeVisible();
    const address = ines.url();

    const awa = await enterAs(browser, "Awa", { javaScriptEnabled: false });
    const answer = await awa.goto(address); // another section's: it does not exist for her
    expect(answer?.status()).toBe(404);
    await expect(awa.getByRole("heading", { name: "On s’est perdus de vue" })).toBeVisible();
  });
});

test("who may not run a debate finds no console, and a moderator sees what is reported", async ({ browser }) => {
  const samuel = await enterAs(browser, "Samuel");
  const debate = await linkOn(samuel, "/debats", /semaine de quatre jours/);
  for (const place of [`${debate}/animer`, "/debats/nouveau", "/moderation/0123456789ab"]) {
    const answer = await samuel.goto(place);
    expect(answer?.status(), place).toBe(404);
  }
  const awa = await enterAs(browser, "Awa");
  await awa.goto("/moderation");
  await expect(awa.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(awa.getByRole("main").getByRole("link").first()).toBeVisible();
});

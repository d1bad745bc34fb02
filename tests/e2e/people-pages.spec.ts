import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, expect, type Page, test } from "@playwright/test";
import { enterAs } from "./steps.ts";

// The pages about people, each read by whom it is for, on a phone, in both themes: no barrier, nothing wider than the
// screen, one title, nothing said in the console.

const PHONE = { width: 360, height: 780 };
const SECTION = "/sections/puy-de-dome/clermont-ferrand";
const [INES, YANIS] = ["/membres/cast00000001-ines-bonnet", "/membres/cast00000002-yanis-moreau"];

const read: Record<string, readonly string[]> = {
  visitor: ["/sections", "/sections/puy-de-dome", SECTION, "/sections/cantal", INES, "/invitation"],
  Yanis: [
    "/accueil",
    "/membres",
    "/membres?q=personne-de-ce-nom",
    INES,
    YANIS,
    `${YANIS}?comme=coopain`,
    `${YANIS}?comme=visiteur`,
    "/compte",
    "/compte/profil",
    "/compte/visibilite",
    "/compte/a-la-carte",
    "/compte/second-facteur",
    "/compte/apparence",
    "/compte/commune",
    "/compte/donnees",
    "/compte/suppression",
    "/coopains",
    "/coopains/inviter",
    SECTION,
  ],
  Maryse: ["/accueil", "/coopains", "/sections/puy-de-dome/puy-de-dome-autres-communes"],
  Inès: ["/gestion/63/63113", "/accueillir/cast00000002", "/coopains", SECTION],
  Bruno: ["/gestion/63", "/gestion/63/63113", "/gestion/membres?membre=yanis", "/gestion/membres/cast00000008"],
  Hélène: [
    "/gestion",
    "/gestion?voir=responsabilites",
    "/gestion?voir=sections",
    "/gestion?voir=suspensions",
    "/gestion?voir=consultations",
    "/gestion/membres/cast00000001",
  ],
};

async function pageOf(browser: Browser, who: string): Promise<Page> {
  const options: BrowserContextOptions = { viewport: PHONE, reducedMotion: "reduce" };
  if (who === "visitor") return (await browser.newContext(options)).newPage();
  const page = await enterAs(browser, who);
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ reducedMotion: "reduce" });
  return page;
}

/** What axe finds. In the dark only the colours are new. */
async function barriers(page: Page, place: string, colorScheme: "light" | "dark"): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  // No page of ours holds a frame: axe then needs no second page for its sums.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (colorScheme === "light"
    ? axe.withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    : axe.withRules(["color-contrast"])
  ).analyze();
  return violations.map(({ id, nodes }) => `${place} (${colorScheme}): ${id} ${nodes[0]?.html}`);
}

async function check(page: Page, place: string): Promise<string[]> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const cut = await page.evaluate(
    () =>
      [...document.querySelectorAll("table")].filter((one) => one.scrollWidth > (one.parentElement?.clientWidth ?? 0))
        .length,
  );
  const titles = await page.locator("h1").count();
  return [
    ...(await barriers(page, place, "light")),
    ...(await barriers(page, place, "dark")),
    ...(cut > 0 ? [`${place}: a table wider than its frame`] : []),
    ...(wider > 0 ? [`${place}: ${wider} px wider than the screen`] : []),
    ...(titles === 1 ? [] : [`${place}: ${titles} h1`]),
  ];
}

for (const [who, places] of Object.entries(read)) {
  test(`the pages about people are without barriers on a phone, in both themes, for ${who}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const page = await pageOf(browser, who);
    const found: string[] = [];
    page.on("pageerror", (error) => found.push(`${page.url()}: ${error}`));
    page.on("console", (line) => {
      if (line.type() === "error") found.push(`${page.url()}: ${line.text()}`);
    });
    for (const place of places) {
      expect((await page.goto(place))?.status(), place).toBe(200);
      found.push(...(await check(page, place)));
    }
    expect(found).toEqual([]);
  });
}

test("a suspended member reads why, takes her data, and finds the way back from each page", async ({ browser }) => {
  const page = await pageOf(browser, "visitor");
  await page.goto("/connexion");
  const form = page.locator("form").filter({ has: page.getByLabel("Ton mot de passe") });
  await form.getByLabel("Ton adresse e-mail").fill("gerald.pruvost@demo.example");
  await form.getByLabel("Ton mot de passe").fill("pave-muguet-1936");
  await form.getByRole("button", { name: "Me connecter" }).click();
  await expect(page).toHaveURL(/\/suspension$/);
  const found: string[] = [];
  for (const place of ["/suspension", "/compte/donnees", "/compte/suppression"]) {
    await page.goto(place);
    found.push(...(await check(page, place)));
  }
  expect(found).toEqual([]);
  await page.goto("/compte/donnees");
  await page.getByRole("link", { name: "Ma suspension" }).click();
  await expect(page).toHaveURL(/\/suspension$/);
});

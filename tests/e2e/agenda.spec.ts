import AxeBuilder from "@axe-core/playwright";
import { newId } from "../../src/core/ids.ts";
import { query } from "./database.ts";
import { expect, test } from "./fixtures.ts";
import { enterAs, newcomer } from "./steps.ts";

test("a member finds in her agenda what misses people, by keyboard and by address alone", async ({ browser }) => {
  const page = await enterAs(browser, "Inès");
  await page.goto("/accueil");
  await page.getByRole("link", { name: "Tout l’agenda" }).click();
  await expect(page).toHaveURL(/\/agenda$/);
  await page.getByRole("link", { name: "Ma section", exact: true }).click();
  await expect(page).toHaveURL(/voir=section/);
  await expect(page.getByText(/Il manque\s\d+\spersonne/i).first()).toBeVisible();

  await page.getByRole("link", { name: "Mois", exact: true }).click();
  const day = page.locator("[data-day]").nth(3);
  await day.focus();
  const here = await day.getAttribute("data-day");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  const there = await page.evaluate(() => document.activeElement?.getAttribute("data-day"));
  expect(Date.parse(there ?? "") - Date.parse(here ?? "")).toBe(24 * 3_600_000);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`du=${there}&au=${there}`));
});

test("filters narrow the agenda without JavaScript, and nothing overflows a phone", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto("/agenda?voir=pres");
  await page.getByLabel("Autour de").fill("63000");
  await page.getByRole("button", { name: "Chercher" }).click();
  await expect(page).toHaveURL(/lieu=63000/);
  await page.getByText("Filtrer", { exact: true }).click();
  await page.getByLabel("Genre").selectOption({ label: "Tractage" });
  await page.getByRole("button", { name: "Filtrer ainsi" }).click();
  await expect(page).toHaveURL(/genre=tractage/);
  await expect(page.getByText("Filtres (1)")).toBeVisible();
});

test("every shape of the agenda is readable by all, on a phone and on a screen", async ({ browser }) => {
  const page = await enterAs(browser, "Inès");
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const address of [
      "/agenda?voir=section",
      "/agenda?voir=section&vue=semaine",
      "/agenda?voir=section&vue=mois",
      "/agenda?voir=pres&vue=carte",
      "/agenda/abonnements",
    ]) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider, `${address} at ${width}`).toBe(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id }) => id),
        `${address} at ${width}`,
      ).toEqual([]);
    }
  }
});

test("a secret address is shown once, read by a calendar, and dead once taken back", async ({ browser }) => {
  const page = await enterAs(browser, "Maryse");
  await page.goto("/agenda/abonnements");
  await page.getByRole("button", { name: "Créer une adresse" }).click();
  const address = await page.getByLabel("Adresse secrète de ton agenda").inputValue();
  const calendar = await page.request.get(address);
  expect(calendar.headers()["content-type"]).toContain("text/calendar");
  const etag = calendar.headers().etag ?? "";
  const again = await page.request.get(address, { headers: { "if-none-match": etag } });
  expect(again.status()).toBe(304);
  await page.goto("/agenda/abonnements");
  await expect(page.getByLabel("Adresse secrète de ton agenda")).toHaveCount(0);
  await page.getByRole("button", { name: /^Retirer l’adresse/ }).click();
  await expect(page.getByRole("button", { name: /^Retirer l’adresse/ })).toHaveCount(0);
  expect((await page.request.get(address)).status()).toBe(404);
});

for (const javaScriptEnabled of [true, false])
  test(`one click on a card takes a place where nothing is left to choose, ${javaScriptEnabled ? "with" : "without"} JavaScript; else it leads to where one chooses`, async ({
    browser,
  }) => {
    const { page, id } = await newcomer(browser, {}, { javaScriptEnabled, viewport: { width: 390, height: 844 } });
    const prepare = async (title: string, shifts: number) => {
      const event = newId();
      await query(
        `with e as (insert into event (id, slug, kind, title, stage, scope, audience, audience_scope, starts_at, ends_at,
           zone, commune_code, created_at, published_at, changed_at)
         values ($1, 'porte-a-porte', 'canvassing', $2, 'published', 'national/15/15014', 'section', 'national/15/15014',
           now() + $3 * interval '1 day', now() + $3 * interval '1 day' + interval '2 hours', 'Europe/Paris', '15014', now(), now(), now()) returning id)
         insert into shift (id, event_id, starts_at, ends_at) select left($1, 11) || n, id, now() + $3 * interval '1 day',
           now() + $3 * interval '1 day' + interval '2 hours' from e, generate_series(1, $4) n`,
        [event, title, shifts + 1, shifts],
      );
    };
    const [simple, choice] = [`Porte-à-porte ${id}`, `Deux équipes ${id}`];
    await prepare(simple, 1);
    await prepare(choice, 2);
    await page.goto("/agenda?voir=section");
    const card = (title: string) => page.getByRole("listitem").filter({ hasText: title });
    await card(simple)
      .getByRole("button", { name: /^J’y vais/ })
      .click();
    await expect(card(simple).getByText("Tu y vas")).toBeVisible();
    await expect(page).toHaveURL(/voir=section/);
    await expect(card(simple).getByRole("button", { name: /^J’y vais/ })).toBeHidden();
    await card(choice)
      .getByRole("link", { name: /^J’y vais/ })
      .click();
    await expect(page).toHaveURL(/#places$/);
    await expect(page.getByRole("heading", { name: "Créneaux" })).toBeVisible();
  });

import { expect, test } from "./fixtures.ts";
import { enterAs } from "./steps.ts";

const PHONE = { width: 390, height: 844 };

test("a section leader sets up a tractage on her phone, from its template, in a few taps", async ({ browser }) => {
  const page = await enterAs(browser, "Inès Bonnet");
  await page.setViewportSize(PHONE);
  await page.goto("/evenements/nouveau");
  await page
    .getByRole("region", { name: "Sur le terrain" })
    .getByRole("link", { name: /^Tractage/ })
    .click();
  await expect(page).toHaveURL(/type=leafleting$/);
  // An earlier beginning moves the whole morning.
  const begins = (row: number) => page.locator(`[name="shifts.${row}.from"]`);
  await begins(0).fill("08:30");
  await expect(begins(1)).toHaveValue("10:00");
  await page.getByLabel(/^Titre/).fill("Tractage place de Jaude");
  await page.getByLabel("Point de rendez-vous").fill("devant la fontaine");
  await page.getByRole("button", { name: "Publier" }).click();
  await expect(page.getByRole("heading", { name: "Tractage place de Jaude" })).toBeVisible();
  await expect(page.getByText("de 8 h 30 à 11 h 30")).toBeVisible();
  await expect(page.getByText("devant la fontaine")).toBeVisible();
  const wider = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await wider()).toBe(0);
  await page.getByText("Organiser", { exact: true }).click();
  await expect(page.getByRole("link", { name: "Modifier" })).toBeVisible();
  expect(await wider()).toBe(0);

  // Another one begins as the last that took place, without being typed again.
  await page.goto("/evenements/nouveau");
  await page
    .getByRole("region", { name: "Comme la dernière fois" })
    .getByRole("link", { name: /Tractage/ })
    .click();
  await expect(page).toHaveURL(/comme=derniere$/);
  await expect(page.getByLabel(/^Titre/)).not.toHaveValue(/^(?:Tractage)?$/);
  await expect(page.getByLabel("Point de rendez-vous")).not.toHaveValue("");
});

test("what a sympathiser proposes without JavaScript is answered with a word, mended, and published", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE });
  const hers = await context.newPage();
  await hers.goto("/connexion");
  await hers.getByRole("button", { name: /Yanis Moreau/ }).click();
  await hers.goto("/evenements/nouveau?type=convivial");
  await hers.getByLabel(/^Titre/).fill("Pique-nique au parc");
  // A commune that was typed and not chosen gets a choice; nothing else that was typed is lost.
  await hers.getByRole("textbox", { name: "Commune" }).fill("Riom");
  await hers.getByRole("button", { name: "Proposer l’événement" }).click();
  await expect(hers.getByLabel(/^Titre/)).toHaveValue("Pique-nique au parc");
  await hers.getByLabel("Laquelle est-ce").selectOption({ index: 1 });
  await hers.getByRole("button", { name: "Proposer l’événement" }).click();
  await expect(hers.getByText("La proposition est chez les responsables")).toBeVisible();
  const address = hers.url();

  const leader = await enterAs(browser, "Inès Bonnet");
  await leader.goto(address);
  await leader.getByText("Ne pas retenir").click();
  await leader.getByLabel(/^Ta réponse/).fill("Le parc est fermé en novembre.");
  await leader.getByRole("button", { name: "Répondre non" }).click();
  await expect(leader.getByText("C’est encore un brouillon")).toBeVisible();

  await hers.goto(address);
  await expect(hers.getByText("Le parc est fermé en novembre.")).toBeVisible();
  await hers.getByRole("button", { name: "Proposer à la section" }).click();
  await expect(hers.getByText("La proposition est chez les responsables")).toBeVisible();

  await leader.goto(address);
  await leader.getByRole("button", { name: "Publier", exact: true }).click();
  await expect(leader.getByText("Une proposition attend ta réponse")).toBeHidden();
  await leader.goto(`${address}/modifier`);
  await leader.locator("summary", { hasText: "Annuler l’événement" }).click();
  await leader.getByLabel(/^Pourquoi/).fill("Il va pleuvoir.");
  await leader.getByRole("button", { name: "Oui, annuler et prévenir" }).click();
  await expect(leader.getByText("Cet événement est annulé")).toBeVisible();
  await hers.goto(address);
  await expect(hers.getByText("Il va pleuvoir.")).toBeVisible();
  await context.close();
});

import type { Page } from "@playwright/test";
import sharp from "sharp";
import { query } from "./database.ts";
import { expect, test } from "./fixtures.ts";
import { CLERMONT, enterAs, named, newcomer } from "./steps.ts";

/** A photo as a telephone makes it. */
const photo = async (name: string, background: string) => ({
  name,
  mimeType: "image/png",
  buffer: await sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .png()
    .toBuffer(),
});

/** Where the group of a place is. */
async function placeGroup(scope: string): Promise<string> {
  const [group] = await query<{ id: string; slug: string }>("select id, slug from member_group where place = $1", [
    scope,
  ]);
  return `/groupes/${group?.id}-${group?.slug}`;
}

const article = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text });

test("a group is formed and asked for; a post with photos is answered live, reported, and gone from everywhere", async ({
  browser,
}) => {
  const [atelier, first] = [named("Atelier"), named("Paule")];
  const ines = await enterAs(browser, "Inès Bonnet");
  await ines.goto("/groupes/nouveau");
  await ines.getByLabel(/^Nom/).fill(atelier);
  await ines.getByLabel(/^Ce qu’on y fait/).fill("Réparer des vélos le mercredi, et parler du reste.");
  await ines.getByRole("radio", { name: /^Sur demande/ }).check();
  await ines.getByText("Règles, questions, présentation").click();
  await ines.getByLabel("Question 1").fill("As-tu des outils ?");
  await ines.getByRole("button", { name: "Créer le groupe" }).click();
  await expect(ines.getByRole("heading", { level: 1, name: atelier })).toBeVisible();
  const address = new URL(ines.url()).pathname;

  // Who may only know of it reads what it is for, and asks.
  const { page: hers } = await newcomer(browser, { name: first, commune: CLERMONT });
  await hers.goto(address);
  await expect(hers.getByRole("heading", { level: 1, name: atelier })).toBeVisible();
  await expect(hers.getByRole("textbox", { name: /^Publier dans/ })).toHaveCount(0);
  await hers.getByLabel(/As-tu des outils/).fill("Deux clés et une pompe.");
  await hers.getByRole("button", { name: "Envoyer ma demande" }).click();
  await expect(hers.getByText("Ta demande attend une réponse")).toBeVisible();

  await ines.goto(`${address}/membres`);
  await expect(ines.getByText("Deux clés et une pompe.")).toBeVisible();
  await ines.getByRole("button", { name: `Accepter ${first}` }).click();
  await expect(ines.getByText("Deux clés et une pompe.")).toBeHidden();
  await ines.goto(address);

  // A post with two photos arrives on the other screen, announced, and moves nothing there.
  await hers.goto(address);
  const composer = hers.getByRole("textbox", { name: /^Publier dans/ });
  await composer.fill("La pompe fuit, mais elle pompe.");
  await hers
    .locator('input[type="file"][accept*="image"]')
    .setInputFiles([await photo("pompe.png", "#bf1238"), await photo("roue.png", "#14694b")]);
  await hers.getByLabel("Que montre la photo 1 ?").fill("Une pompe rouge.");
  await hers.getByLabel("Que montre la photo 2 ?").fill("Une roue verte.");
  await expect(hers.getByRole("button", { name: "Retirer la photo 2" })).toBeVisible();
  await hers.getByRole("button", { name: "Publier", exact: true }).click();
  await expect(article(hers, "La pompe fuit").getByRole("link", { name: /Une pompe rouge/ })).toBeVisible();
  await ines.getByRole("button", { name: /^1 nouvelle publication/ }).click();
  await expect(article(ines, "La pompe fuit").getByRole("link", { name: /Une roue verte/ })).toBeVisible();
  const picture =
    (await article(ines, "La pompe fuit")
      .getByRole("link", { name: /Une roue verte/ })
      .getAttribute("href")) ?? "";

  // What is said under it is on every screen at once.
  await article(hers, "La pompe fuit").getByRole("link", { name: "Commenter" }).click();
  await expect(hers.getByRole("heading", { name: "Commentaires" })).toBeVisible();
  const post = new URL(hers.url()).pathname;
  await ines.goto(post);
  await ines.getByRole("textbox", { name: "Ton commentaire" }).fill("Un joint, et c’est reparti.");
  await ines.getByRole("button", { name: "Commenter" }).click();
  await expect(hers.getByText("Un joint, et c’est reparti.")).toBeVisible();
  await expect(hers.getByRole("heading", { name: "1 commentaire" })).toBeVisible();

  // Reported, decided by somebody else: gone for its readers, its page, its picture.
  await ines.locator("summary", { hasText: "Autres actions sur la publication" }).click();
  await ines.getByRole("link", { name: "Signaler" }).first().click();
  await ines.getByRole("radio", { name: /On discute les idées/ }).check();
  await ines.getByRole("button", { name: "Envoyer le signalement" }).click();
  await expect(ines.getByText("Merci, ton signalement est arrivé.")).toBeVisible();
  const awa = await enterAs(browser, "Awa Diarra");
  expect((await awa.request.get(post)).status()).toBe(404);
  await awa.goto("/moderation");
  await awa.getByRole("link", { name: /La pompe fuit, mais elle pompe/ }).click();
  await awa.getByRole("radio", { name: /Masquer/ }).check();
  await awa.getByRole("combobox").selectOption("1");
  await awa.getByLabel("Ton explication").fill("On peut parler de la pompe sans viser celle qui pompe.");
  await awa.getByRole("button", { name: "Décider" }).click();
  await expect(hers.getByText("Cette publication n’est plus là.")).toBeVisible();
  expect((await hers.request.get(picture)).status()).toBe(404); // who judges it sees what it shows
  for (const page of [hers, ines]) {
    expect((await page.request.get(post)).status()).toBe(404);
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1, name: atelier })).toBeVisible();
    await expect(article(page, "La pompe fuit")).toHaveCount(0);
  }
});

test("the group of a section follows who moves: the old wall is closed, the new one is hers", async ({ browser }) => {
  const [here, there] = [await placeGroup("national/63/63113"), await placeGroup("national/15/15014")];
  const { page } = await newcomer(browser, { commune: CLERMONT });
  expect((await page.goto(here))?.status()).toBe(200);
  const composer = page.getByRole("textbox", { name: /^Publier dans/ });
  await composer.fill("Un dernier mot avant le camion.");
  await page.getByRole("button", { name: "Publier", exact: true }).click();
  await expect(article(page, "Un dernier mot avant le camion.")).toBeVisible();
  expect((await page.request.get(there)).status()).toBe(404);

  await page.goto("/compte/commune");
  await page.getByRole("combobox", { name: /commune/i }).pressSequentially("aurillac");
  await page.getByRole("option", { name: /^Aurillac/ }).click();
  await page.getByRole("button", { name: "J’habite ici maintenant" }).click();
  await expect(page).toHaveURL(/\/compte(?:\?|$)/);

  expect((await page.request.get(here)).status()).toBe(404);
  expect((await page.goto(there))?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1, name: "Section Aurillac" })).toBeVisible();
  await composer.fill("Bonjour Aurillac.");
  await page.getByRole("button", { name: "Publier", exact: true }).click();
  await expect(article(page, "Bonjour Aurillac.")).toBeVisible();
  await page.goto("/groupes");
  await expect(page.getByRole("link", { name: "Section Aurillac" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Section Clermont-Ferrand" })).toHaveCount(0);
});

test("a group’s lead plans something for its members alone, from its agenda", async ({ browser }) => {
  const ines = await enterAs(browser, "Inès Bonnet");
  const [group] = await query<{ id: string; slug: string }>("select id, slug from member_group where name = $1", [
    "Programme municipal",
  ]);
  const agenda = `/groupes/${group?.id}-${group?.slug}/agenda`;
  const title = named("Relecture");
  await ines.goto(agenda);
  await ines.getByRole("link", { name: "Préparer un événement" }).click();
  await ines.getByRole("link", { name: /^Moment convivial/ }).click();
  await expect(ines.getByLabel("Organisé par")).toHaveValue(group?.id ?? "");
  await expect(ines.getByLabel(/^Pour qui/)).toHaveValue("group");
  await ines.getByLabel(/^Titre/).fill(title);
  await ines.getByRole("button", { name: "Publier" }).click();
  await expect(ines.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(ines.getByText("Pour les membres du groupe")).toBeVisible();
  const event = new URL(ines.url()).pathname;
  await ines.goto(agenda);
  await expect(ines.getByRole("link", { name: title })).toBeVisible();
  const maryse = await enterAs(browser, "Maryse Quintin");
  expect((await maryse.request.get(event)).status()).toBe(404);
});

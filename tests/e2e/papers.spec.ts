import { writeFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import type { Page, TestInfo } from "@playwright/test";
import PDFDocument from "pdfkit";
import { newId } from "../../src/core/ids.ts";
import { query } from "./database.ts";
import { expect, test } from "./fixtures.ts";
import { newcomer, visit } from "./steps.ts";

const PHONE = { viewport: { width: 360, height: 740 } };
const TEXT = ["## Qui vient", "", "- Inès", "- Yanis", "", "Rendez-vous à 9 h devant la halle."].join("\n");

/** A group that members formed, with these people in it; answers where it is. */
async function groupOf(people: readonly { id: string }[]): Promise<string> {
  const id = newId();
  await query(
    `insert into member_group (id, slug, name, purpose, kind, scope, entry, created_at)
     values ($1, 'marche', 'Le marché', 'Préparer le marché.', 'working', 'national/15', 'request', now())`,
    [id],
  );
  for (const person of people)
    await query(
      "insert into group_membership (group_id, member_id, role, joined_at) values ($1, $2, 'manager', now())",
      [id, person.id],
    );
  return `/groupes/${id}-marche`;
}

/** Writes in the form of a note what is there, with something else in the place of something. */
async function rewrite(page: Page, from: string, to: string): Promise<void> {
  const field = page.getByLabel(/^(?:Ton texte|Texte)$/);
  await field.fill((await field.inputValue()).replace(from, to));
}
const saveNote = (page: Page) => page.getByRole("button", { name: /^Enregistrer/ }).click();
const article = (page: Page) => page.getByRole("article");

test("two who write in one note have both their words in it, and overwrite nothing of each other", async ({
  browser,
}) => {
  const [ines, yanis] = [await newcomer(browser), await newcomer(browser, {}, PHONE)];
  await ines.page.goto(`${await groupOf([ines, yanis])}/notes`);
  await ines.page.getByRole("link", { name: "Écrire une note" }).click();
  await ines.page.getByLabel("Titre").fill("Le marché de samedi");
  await ines.page.getByLabel("Texte").fill(TEXT);
  await ines.page.getByRole("button", { name: "Aperçu" }).click();
  await expect(
    ines.page.getByRole("region", { name: "Aperçu" }).getByRole("heading", { name: "Qui vient" }),
  ).toBeVisible();
  await ines.page.getByRole("button", { name: "Créer la note" }).click();
  await expect(ines.page).toHaveURL(/\/notes\/[0-9a-z]{12}$/);
  const note = new URL(ines.page.url()).pathname;

  // Apart: both are kept, and the second is told.
  for (const { page } of [ines, yanis]) await page.goto(`${note}/modifier`);
  await rewrite(ines.page, "- Inès", "- Inès, dès 8 h");
  await saveNote(ines.page);
  await expect(article(ines.page)).toContainText("Inès, dès 8 h");
  await rewrite(yanis.page, "9 h devant", "9 h 30 devant");
  await saveNote(yanis.page);
  await expect(yanis.page.getByText("Vos changements ont été réunis")).toBeVisible();
  await expect(article(yanis.page)).toContainText("Inès, dès 8 h");
  await expect(article(yanis.page)).toContainText("9 h 30 devant");

  // On one line: the second chooses, with both texts before her.
  for (const { page } of [ines, yanis]) await page.goto(`${note}/modifier`);
  await rewrite(yanis.page, "devant la halle", "place Saint-Pierre");
  await saveNote(yanis.page);
  await expect(article(yanis.page)).toContainText("place Saint-Pierre");
  await rewrite(ines.page, "devant la halle", "devant la fontaine");
  await saveNote(ines.page);
  await expect(ines.page.getByRole("alert").filter({ hasText: "a modifié les mêmes lignes que toi" })).toBeVisible();
  await expect(ines.page.getByLabel("Ton texte")).toHaveValue(/devant la fontaine/);
  await expect(ines.page.getByRole("textbox", { name: /^Le texte de/ })).toHaveValue(/place Saint-Pierre/);
  await saveNote(ines.page);
  await expect(article(ines.page)).toContainText("devant la fontaine");

  // Nothing is lost: what gave way is a version, and comes back.
  await ines.page.getByRole("link", { name: "5 versions" }).click();
  await ines.page.getByRole("link", { name: /^Version 4/ }).click();
  await expect(ines.page.getByRole("heading", { name: "Ce que la version 4 a changé" })).toBeVisible();
  await ines.page.getByText("Reprendre cette version").click();
  await ines.page.getByRole("button", { name: "Reprendre la version 4" }).click();
  await expect(article(ines.page)).toContainText("place Saint-Pierre");
});

test("without scripts a note is looked at, saved, and chosen when two wrote the same line", async ({ browser }) => {
  const [ines, yanis] = [await newcomer(browser, {}, { javaScriptEnabled: false }), await newcomer(browser)];
  await ines.page.goto(`${await groupOf([ines, yanis])}/notes/nouvelle`);
  await ines.page.getByLabel("Titre").fill("Le marché de samedi");
  await ines.page.getByLabel("Texte").fill(TEXT);
  await ines.page.getByRole("button", { name: "Créer la note" }).click();
  await expect(ines.page).toHaveURL(/\/notes\/[0-9a-z]{12}$/);
  const note = new URL(ines.page.url()).pathname;
  for (const { page } of [ines, yanis]) await page.goto(`${note}/modifier`);
  await rewrite(yanis.page, "9 h", "8 h");
  await saveNote(yanis.page);
  await expect(article(yanis.page)).toContainText("8 h devant");
  await rewrite(ines.page, "9 h", "10 h");
  // Looking at it must not put her words on the revision that she has not read.
  await ines.page.getByRole("button", { name: "Aperçu" }).click();
  await expect(ines.page.getByRole("region", { name: "Aperçu" })).toContainText("10 h devant");
  await saveNote(ines.page);
  await expect(ines.page.getByText("a modifié les mêmes lignes que toi")).toBeVisible();
  await saveNote(ines.page);
  await expect(article(ines.page)).toContainText("10 h devant");
});

/** A leaflet, and a page that pretends to be a text. */
async function filesIn(info: TestInfo): Promise<{ leaflet: string; page: string }> {
  const made = new PDFDocument({ size: "A4" });
  made.fontSize(60).text("Samedi");
  made.end();
  const [leaflet, page] = [info.outputPath("tract.pdf"), info.outputPath("tract.txt")];
  writeFileSync(leaflet, await buffer(made));
  writeFileSync(page, "<html><script>alert(1)</script>");
  return { leaflet, page };
}

test("a file given to a group is its members’ alone, at every address, and what is not taken says why", async ({
  browser,
}, info) => {
  const [ines, yanis] = [await newcomer(browser, {}, PHONE), await newcomer(browser)];
  const group = await groupOf([ines]);
  const { leaflet, page } = await filesIn(info);
  await ines.page.goto(`${group}/fichiers`);
  await ines.page.getByLabel("Ajouter des fichiers").setInputFiles([leaflet, page]);
  await expect(ines.page.getByText("Ce type de fichier n’est pas accepté")).toBeVisible();
  const link = ines.page.getByRole("link", { name: "Télécharger tract.pdf" });
  await expect(link).toBeVisible();
  // Its first page is drawn by a job.
  await expect(async () => {
    await ines.page.reload();
    await expect(ines.page.getByRole("img", { name: "Aperçu de tract.pdf" })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const addresses = [
    (await link.getAttribute("href")) ?? "",
    (await ines.page.getByRole("img", { name: "Aperçu de tract.pdf" }).getAttribute("src")) ?? "",
  ];
  for (const address of addresses) {
    const got = await ines.page.request.get(address);
    expect(got.status()).toBe(200);
    expect(got.headers()["x-content-type-options"]).toBe("nosniff");
    expect(got.headers()["content-security-policy"]).toContain("sandbox");
    for (const other of [yanis.page, await visit(browser)])
      expect((await other.request.get(address)).status()).toBe(404);
  }
  expect((await yanis.page.goto(`${group}/fichiers`))?.status()).toBe(404);
  await ines.page.getByText("Retirer", { exact: true }).last().click();
  await ines.page.getByRole("button", { name: "Retirer le fichier" }).click();
  await expect(ines.page.getByText("Pas encore de fichier")).toBeVisible();
  for (const address of addresses) expect((await ines.page.request.get(address)).status()).toBe(404);
});

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { readCode } from "./mail.ts";
import { debateAt, enterAs, isLive, newcomer, PASSWORD, visit } from "./steps.ts";

// What people meet on the way: a page that asks to sign in first, one that is not theirs, words not yet saved, a reply
// that is closed to them.

test("a visitor who asks for a page that is for members comes to it once she has signed in", async ({ browser }) => {
  const page = await visit(browser);
  await page.goto("/debats/nouveau");
  await expect(page).toHaveURL("/connexion?vers=%2Fdebats%2Fnouveau");
  await page.getByRole("button", { name: /Inès/ }).click();
  await expect(page).toHaveURL("/debats/nouveau");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ouvrir un débat");
});

test("without JavaScript too, through a mistake, and never to another site", async ({ browser }) => {
  const signIn = async (page: Page, password: string) => {
    const form = page.getByRole("region", { name: "Avec un mot de passe" });
    await form.getByLabel("Ton adresse e-mail").fill("maryse.quintin@demo.example");
    await form.getByLabel("Ton mot de passe").fill(password);
    await form.getByRole("button").click();
  };
  const bare = await visit(browser, { javaScriptEnabled: false });
  await bare.goto("/connexion?vers=%2Fsections%3Fcommune%3Dissoire");
  await signIn(bare, "un autre mot de passe");
  await signIn(bare, PASSWORD);
  await expect(bare).toHaveURL("/sections?commune=issoire");
  for (const elsewhere of ["//evil.example", "https://evil.example", "/\\evil.example"]) {
    const page = await visit(browser);
    await page.goto(`/connexion?vers=${encodeURIComponent(elsewhere)}`);
    await signIn(page, PASSWORD);
    await expect(page).toHaveURL("/accueil");
  }
});

test("a page that is not hers looks like one that does not exist", async ({ browser }) => {
  const yanis = await enterAs(browser, "Yanis");
  const seen = async (path: string) => {
    const answer = await yanis.goto(path);
    // How many conversations wait stands before it, once the page has come to life.
    const title = (await yanis.title()).replace(/^\(\d+\+?\) /, "");
    return { status: answer?.status(), title, text: await yanis.getByRole("main").textContent() };
  };
  const absent = await seen("/nulle-part");
  expect(absent).toMatchObject({ status: 404, title: expect.stringContaining("Page introuvable") });
  for (const path of [
    "/gestion",
    "/gestion/63",
    "/gestion/63/63113",
    "/gestion/membres",
    "/gestion/messages",
    "/gestion/63/63113/messages",
    "/gestion/63/63113/ecrire",
    "/moderation",
    "/debats/nouveau",
    "/passations/0123456789ab",
    "/lettres/0123456789ab",
    "/accueillir/cast00000001",
  ])
    expect(await seen(path), path).toEqual(absent);
});

test("words of a profile wait in the browser until they are saved, and are gone with who signs out", async ({
  browser,
}) => {
  const { page, email } = await newcomer(browser, { name: "Odile Brouillonne" });
  const words = page.getByLabel("Ma présentation");
  const draft = page.getByText("Ton brouillon est là");
  await page.goto("/compte/profil");
  await words.fill("Je répare des vélos le jeudi.");
  await page.reload();
  await expect(words).toHaveValue("Je répare des vélos le jeudi.");
  await expect(draft).toBeVisible();
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("C’est enregistré.")).toBeVisible();
  await page.reload();
  await expect(words).toHaveValue("Je répare des vélos le jeudi.");
  await expect(draft).toHaveCount(0);

  await words.fill("Je ne répare plus rien.");
  await page.reload();
  await page.getByRole("button", { name: "Revenir à ce qui est enregistré" }).click();
  await expect(words).toHaveValue("Je répare des vélos le jeudi.");

  await words.fill("Des mots à moi, sur l’ordinateur des autres.");
  await page.goto("/compte");
  await page.getByRole("button", { name: "Me déconnecter" }).click();
  await expect(page).toHaveURL("/");
  await page.goto("/connexion?vers=%2Fcompte%2Fprofil");
  const form = page.getByRole("region", { name: "Avec un code" });
  await form.getByLabel("Ton adresse e-mail").fill(email);
  await form.getByRole("button").click();
  await page.getByLabel(/code à 6 chiffres/).fill(await readCode(email));
  await page.getByRole("button", { name: /connecter/ }).click();
  await expect(page).toHaveURL("/compte/profil");
  await expect(words).toHaveValue("Je répare des vélos le jeudi.");
  await expect(draft).toHaveCount(0);
});

test("across a block, a contribution that arrives live leads to a clear word, not to a form that is missing", async ({
  browser,
}) => {
  const louise = await newcomer(browser, { name: "Louise Fermée" });
  const simone = await newcomer(browser, { name: "Simone Fermante" });
  await simone.page.goto("/membres?q=Louise+Ferm%C3%A9e");
  await simone.page
    .getByRole("link", { name: /Louise Fermée/ })
    .first()
    .click();
  await simone.page
    .getByText(/^Bloquer/)
    .first()
    .click();
  await simone.page.getByRole("button", { name: /^Bloquer Louise/ }).click();
  await expect(simone.page).not.toHaveURL(/louise/);

  for (const { page } of [louise, simone]) {
    await page.goto(await debateAt("transports du quotidien"));
    await isLive(page);
  }
  const text = `Le premier bus passe à 6 heures, et mon poste commence à 5 (${Date.now()}).`;
  await louise.page.getByRole("textbox", { name: "Ta contribution" }).fill(text);
  await louise.page.getByRole("radio", { name: /sans mon nom/ }).check();
  await louise.page.getByRole("button", { name: "Publier" }).click();
  const card = simone.page.getByRole("article").filter({ hasText: text });
  await card.getByRole("link", { name: "Répondre" }).click();
  await expect(simone.page.getByText("Tu ne peux pas répondre à cette contribution.")).toBeVisible();
  await expect(simone.page.getByRole("textbox")).toHaveCount(0);
});

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { readMail } from "./mail.ts";
import { CLERMONT, enterAs, joinClermont, makeInvitationLink, named, newcomer, shownDigits } from "./steps.ts";

// People find their place: welcomed, verified, in charge, relieved; asked, tied, and out of each other's sight.

const CONSOLE = "/gestion/63/63113";

const row = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });

const ending = (page: Page, name: string) =>
  page.locator("summary").filter({ hasText: "Mettre fin à cette responsabilité" }).filter({ hasText: name });

/** Her mandates sleep until she has a second factor. */
async function setSecondFactor(page: Page): Promise<void> {
  await page.goto("/accueil");
  await expect(page.getByText("Ta responsabilité attend ton second facteur")).toBeVisible();
  await page.goto(CONSOLE);
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Clermont-Ferrand");
  await page.goto("/compte/second-facteur");
  await page.getByRole("button", { name: "Commencer" }).click();
  await page.getByLabel("Le code de ton application").fill(await shownDigits(page));
  await page.getByRole("button", { name: "Activer" }).click();
  await expect(page.getByRole("region", { name: /codes de secours/ }).getByRole("listitem")).toHaveCount(10);
}

test("somebody signs up, is welcomed, verified, put in charge, and hands over", async ({ page, browser }) => {
  const [first, second] = [named("Jeanne"), named("Paule")];
  const jeanne = await joinClermont(page, first, "Adhérent");
  const paule = await newcomer(browser, { name: second, claim: "adherent", commune: CLERMONT });

  // Her section's leader finds her, writes to her, and says that she knows her.
  const ines = await enterAs(browser, "Inès");
  await ines.goto(CONSOLE);
  await ines.getByRole("link", { name: `Accueillir ${first}` }).click();
  await ines.getByLabel("Ton mot de bienvenue").fill("Bienvenue ! Un café jeudi à 18 h, place de Jaude ?");
  await ines.getByRole("button", { name: "Envoyer" }).click();
  await expect(ines.getByText("Ton mot est parti.")).toBeVisible();
  const word = await readMail(jeanne.email, /place de Jaude/);
  expect(word).not.toContain("ines.bonnet@");
  await ines.goto(CONSOLE);
  await ines.getByRole("button", { name: `${first} : c’est fait` }).click();
  await expect(ines.getByRole("link", { name: `Accueillir ${first}` })).toHaveCount(0);
  await ines.getByRole("button", { name: `Oui, je sais qui c’est : ${first}` }).click();
  await expect(row(ines, first).getByText("Connu·e de la section")).toBeVisible();

  // The federation confirms both, and gives her the section.
  const bruno = await enterAs(browser, "Bruno");
  for (const name of [first, second]) {
    await bruno.goto("/gestion/63");
    await bruno.getByRole("button", { name: `Confirmer l’adhésion de ${name}` }).click();
    await expect(bruno.getByRole("button", { name: `Confirmer l’adhésion de ${name}` })).toHaveCount(0);
  }
  await bruno.goto(CONSOLE);
  await bruno.getByText("Confier la section à quelqu’un").click();
  await bruno.getByLabel(/^Qui(?! prend)/).selectOption({ label: first });
  await bruno.getByRole("button", { name: "Confier la section" }).click();
  await expect(ending(bruno, first)).toHaveCount(1);

  // Her rights wait for her second factor.
  await setSecondFactor(jeanne.page);
  await jeanne.page.goto(CONSOLE);
  await expect(jeanne.page.getByRole("heading", { level: 1 })).toContainText("Clermont-Ferrand");

  // She names who comes after; the federation confirms, both sign, and the rights move.
  await jeanne.page.getByLabel("Qui prend la suite").selectOption({ label: second });
  await jeanne.page.getByRole("button", { name: "Proposer la passation" }).click();
  await expect(jeanne.page).toHaveURL(/\/passations\//);
  const handover = jeanne.page.url();
  await paule.page.goto(handover);
  await expect(paule.page.getByRole("button", { name: "Signer" })).toHaveCount(0);
  expect((await ines.goto(handover))?.status()).toBe(404);
  await bruno.goto(handover);
  await bruno.getByRole("button", { name: "Confirmer la passation" }).click();
  await expect(bruno.getByText("Les deux personnes ont reçu un e-mail pour signer.")).toBeVisible();
  for (const page of [jeanne.page, paule.page]) {
    await page.goto(handover);
    await page.getByRole("button", { name: "Signer" }).click();
  }
  await expect(paule.page.getByText(/C’est fait depuis le/)).toBeVisible();
  expect((await jeanne.page.goto(CONSOLE))?.status()).toBe(404);
  await setSecondFactor(paule.page);
  await paule.page.goto(CONSOLE);
  await expect(paule.page.getByRole("heading", { level: 1 })).toContainText("Clermont-Ferrand");
  await paule.page.goto("/sections/puy-de-dome/clermont-ferrand");
  const inCharge = paule.page.getByRole("region", { name: "Qui anime la section" });
  await expect(inCharge.getByText(second)).toBeVisible();
  await expect(inCharge.getByText(first)).toHaveCount(0);

  // Left with Inès, as it was.
  await bruno.goto(CONSOLE);
  await ending(bruno, second).click();
  await bruno.getByRole("textbox", { name: "Pourquoi" }).locator("visible=true").fill("Fin de l’essai.");
  await bruno.getByRole("button", { name: "Mettre fin à cette responsabilité" }).locator("visible=true").click();
  await expect(ending(bruno, second)).toHaveCount(0);
});

test("a request appears at once, its acceptance opens the profile in the other browser, and a block closes all", async ({
  browser,
}) => {
  const [asked, asking] = [named("Louise"), named("Simone")];
  const louise = await newcomer(browser, { name: asked, commune: CLERMONT });
  const simone = await newcomer(browser, { name: asking, commune: CLERMONT });

  const invitation = await makeInvitationLink(louise.page);
  expect((await simone.page.goto(invitation))?.status()).toBe(200);

  // What Louise keeps for her coopains.
  await louise.page.goto("/compte/profil");
  await louise.page.getByLabel("Mon mot du moment").fill("Je cherche une imprimante qui marche.");
  await louise.page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(louise.page.getByText(/enregistré/i).first()).toBeVisible();

  await simone.page.goto("/membres");
  await simone.page.getByRole("combobox", { name: /nom/i }).pressSequentially(asked.slice(0, 12));
  await simone.page.getByRole("option", { name: new RegExp(asked) }).click();
  await expect(simone.page).toHaveURL(/\/membres\/[0-9a-z]{12}/);
  const profile = simone.page.url();
  await expect(simone.page.getByRole("heading", { level: 1, name: asked })).toBeVisible();
  await expect(simone.page.getByText("imprimante")).toHaveCount(0);

  await louise.page.goto("/coopains");
  await simone.page.getByText("Demander à être coopains").click();
  await simone.page.getByLabel(/Un mot pour/).fill("On s’est vues au marché.");
  await simone.page.getByRole("button", { name: "Envoyer ma demande" }).click();
  await expect(simone.page.getByText("Demande envoyée")).toBeVisible();
  // Without a reload.
  await expect(louise.page.getByText("On s’est vues au marché.")).toBeVisible();
  await louise.page.getByRole("button", { name: `Accepter ${asking}` }).click();
  await expect(simone.page.getByText("Vous êtes coopains", { exact: true })).toBeVisible();
  await expect(simone.page.getByText("imprimante")).toBeVisible();

  // A block is silent and hides everywhere, both ways.
  await louise.page.goto("/coopains");
  await louise.page.getByRole("link", { name: asking }).first().click();
  await expect(louise.page.getByRole("heading", { level: 1, name: asking })).toBeVisible();
  const back = louise.page.url();
  await louise.page
    .getByText(/^Bloquer/)
    .first()
    .click();
  await louise.page.getByRole("button", { name: /^Bloquer Simone/ }).click();
  await expect(louise.page).not.toHaveURL(back);
  expect((await simone.page.goto(profile))?.status()).toBe(404);
  expect((await louise.page.goto(back))?.status()).toBe(404);
  await simone.page.goto(`/membres?q=${encodeURIComponent(asked)}`);
  await expect(simone.page.getByRole("main").getByRole("link", { name: asked })).toHaveCount(0);
  const proposed = await simone.page.request.get(`/api/membres/recherche?q=${encodeURIComponent(asked)}`);
  expect(proposed.status()).toBe(200);
  expect(await proposed.text()).not.toContain(asked);
  await simone.page.goto("/coopains"); // requests, coopains, suggestions
  await expect(simone.page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(simone.page.getByText(asked)).toHaveCount(0);
  expect((await simone.page.goto(invitation))?.status()).toBe(404);
  await simone.page.goto("/sections/puy-de-dome/clermont-ferrand");
  await expect(simone.page.getByText(asked)).toHaveCount(0);
  await louise.page.goto("/coopains");
  await expect(louise.page.getByText(asking)).not.toHaveCount(0); // where she may take it back
});

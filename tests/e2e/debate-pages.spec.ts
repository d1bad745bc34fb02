import { expect, test } from "./fixtures.ts";
import { debateAt, enterAs } from "./steps.ts";

const question = "Faut-il une école ouverte le samedi ?";

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
  const debate = await debateAt("semaine de quatre jours");
  for (const place of [`${debate}/animer`, "/debats/nouveau", "/moderation/0123456789ab"]) {
    const answer = await samuel.goto(place);
    expect(answer?.status(), place).toBe(404);
  }
  const awa = await enterAs(browser, "Awa");
  await awa.goto("/moderation");
  await expect(awa.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(awa.getByRole("main").getByRole("link").first()).toBeVisible();
});

import { barriers, PHONE } from "./barriers.ts";
import { expect, test } from "./fixtures.ts";
import { readCode } from "./mail.ts";
import { freshEmail, newcomer, PASSWORD, shownDigits, signInByCode, signInWithPassword, visit } from "./steps.ts";

test.describe("signing in", () => {
  test("with a code, after a wrong one", async ({ page }) => {
    const email = "samuel.okoko@demo.example";
    await signInByCode(page, email);
    const digits = await readCode(email);
    await page.getByLabel("Le code à 6 chiffres").fill(digits === "000000" ? "000001" : "000000");
    await page.getByRole("button", { name: "Me connecter" }).click();
    await expect(page.getByText("Ce code n’est pas le bon")).toBeVisible();
    await page.getByLabel("Le code à 6 chiffres").fill(digits);
    await page.getByRole("button", { name: "Me connecter" }).click();
    await expect(page).toHaveURL(/\/accueil$/);
  });

  test("with a password, without JavaScript, then out", async ({ browser }) => {
    const page = await visit(browser, { javaScriptEnabled: false });
    const email = "maryse.quintin@demo.example";
    const form = await signInWithPassword(page, email, "ce n’est pas lui");
    await expect(page.getByText("L’adresse ou le mot de passe ne correspond pas.")).toBeVisible();
    await expect(form.getByLabel("Ton adresse e-mail")).toHaveValue(email);
    await form.getByLabel("Ton mot de passe").fill(PASSWORD);
    await form.getByRole("button", { name: "Me connecter" }).click();
    await expect(page).toHaveURL(/\/accueil$/);
    expect(await (await page.request.get("/api/auth/session")).json()).toMatchObject({
      user: { name: "Maryse Quintin" },
    });
    await page.goto("/compte");
    await page.getByRole("main").getByRole("button", { name: "Me déconnecter" }).click();
    await expect(page).toHaveURL(/\/$/);
    expect(await (await page.request.get("/api/auth/session")).json()).toEqual({});
    await page.goto("/compte");
    await expect(page).toHaveURL(/\/connexion$/);
  });
});

test("a password is chosen with a code, an address changed with another", async ({ browser }) => {
  const { page, email } = await newcomer(browser, {}, PHONE);
  const newEmail = freshEmail();
  await page.goto("/connexion/mot-de-passe");
  await expect(page.getByLabel("Ton adresse e-mail")).toHaveValue(email);
  await page.getByRole("button", { name: "Recevoir un code" }).click();
  await expect(page).toHaveURL(/mot-de-passe\/code$/);
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel("Le code à 6 chiffres").fill(await readCode(email));
  await page.getByLabel("Ton nouveau mot de passe").fill(PASSWORD);
  await page.getByRole("button", { name: "Changer mon mot de passe" }).click();
  await expect(page).toHaveURL(/\/accueil$/);
  await page.goto("/compte");
  await page.getByLabel("Ta nouvelle adresse").fill(newEmail);
  await page.getByRole("button", { name: "Changer d’adresse" }).click();
  await expect(page).toHaveURL(/\/compte\/adresse$/);
  await expect(page.getByText(newEmail)).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel("Le code à 6 chiffres").fill(await readCode(newEmail));
  await page.getByRole("button", { name: "Confirmer cette adresse" }).click();
  await expect(page).toHaveURL(/\/compte\?fait=adresse-changee$/);
  await expect(page.getByText(newEmail).first()).toBeVisible();
});

test("a second factor is set up, asked at the next sign-in, and replaced by a recovery code, without JavaScript", async ({
  browser,
}) => {
  const { page, email } = await newcomer(browser, {}, { javaScriptEnabled: false });
  await page.goto("/compte");
  await page.getByRole("link", { name: "Mon second facteur" }).click();
  await page.getByRole("button", { name: "Commencer" }).click();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  const digits = await shownDigits(page);
  await page.getByLabel("Le code de ton application").fill(digits === "000000" ? "000001" : "000000");
  await page.getByRole("button", { name: "Activer" }).click();
  await expect(page.getByText("Ce code n’est pas le bon")).toBeVisible();
  await page.getByLabel("Le code de ton application").fill(digits);
  await page.getByRole("button", { name: "Activer" }).click();
  const codes = page.getByRole("region", { name: /codes de secours La Coopol/ }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const [recoveryCode = ""] = await codes.allInnerTexts();
  await page.goto("/compte");
  await page.getByRole("main").getByRole("button", { name: "Me déconnecter" }).click();

  await signInByCode(page, email);
  await page.getByLabel("Le code à 6 chiffres").fill(await readCode(email));
  await page.getByRole("button", { name: "Me connecter" }).click();
  await expect(page).toHaveURL(/\/connexion\/second-facteur$/);
  await page.goto("/compte"); // half in is not in
  await expect(page).toHaveURL(/\/connexion\/second-facteur$/);
  await page.getByLabel("Le code à 6 chiffres").fill(digits); // it has served
  await page.getByRole("button", { name: "Entrer" }).click();
  await expect(page.getByText("Ce code n’est pas le bon")).toBeVisible();
  await page.getByRole("link", { name: "J’ai perdu mon téléphone" }).click();
  await page.getByLabel("Ton code de secours").fill(recoveryCode.toLowerCase());
  await page.getByRole("button", { name: "Entrer" }).click();
  await expect(page).toHaveURL(/\/accueil$/);
  await page.goto("/compte/second-facteur");
  await expect(page.getByText("Il te reste 9 codes de secours")).toBeVisible();
});

test("a second factor is without barriers, from its QR code to the code at the next sign-in", async ({ browser }) => {
  const { page, email } = await newcomer(browser, {}, PHONE);
  await page.goto("/compte/second-facteur");
  await page.getByRole("button", { name: "Commencer" }).click();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  expect(await barriers(page), "setting up").toEqual([]);
  await page.getByLabel("Le code de ton application").fill(await shownDigits(page));
  await page.getByRole("button", { name: "Activer" }).click();
  await expect(page.getByRole("button", { name: "Copier" })).toBeVisible();
  await expect(page.getByText("Il te reste 10 codes de secours")).toBeVisible();
  expect(await barriers(page), "recovery codes").toEqual([]);
  await page.context().clearCookies();
  await signInByCode(page, email);
  await page.getByLabel("Le code à 6 chiffres").fill(await readCode(email));
  await page.getByRole("button", { name: "Me connecter" }).click();
  await expect(page).toHaveURL(/\/connexion\/second-facteur$/);
  expect(await barriers(page), "second code").toEqual([]);
  await page.getByRole("link", { name: "J’ai perdu mon téléphone" }).click();
  await page.getByLabel("Ton code de secours").fill("ACDE-FHJK-MNPQ-RTWX");
  await page.getByRole("button", { name: "Entrer" }).click();
  await expect(page.getByText("Ce code n’est pas le bon")).toBeVisible();
  expect(await barriers(page), "recovery code").toEqual([]);
});

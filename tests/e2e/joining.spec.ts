import { barriers, PHONE } from "./barriers.ts";
import { expect, test } from "./fixtures.ts";
import { readCode } from "./mail.ts";
import { confirmSignUp, fillSignUp, freshEmail, visit } from "./steps.ts";

const name = "Lucie Fayolle";

test.describe("joining", () => {
  test("takes one screen, a commune chosen with the keyboard, and the code of the mail", async ({ browser }) => {
    const page = await visit(browser, PHONE);
    const email = freshEmail();
    await page.goto("/inscription");
    await fillSignUp(page, { name, email });
    const commune = page.getByRole("combobox", { name: /Ta commune/ });
    await commune.pressSequentially("clermont fer");
    await expect(page.getByRole("option", { name: /Clermont-Ferrand/ })).toBeVisible();
    await commune.press("ArrowDown");
    await commune.press("Enter");
    await expect(commune).toHaveValue("Clermont-Ferrand (63)");
    await page.getByRole("button", { name: "Recevoir mon code" }).click();
    await expect(page).toHaveURL(/\/inscription\/code$/);
    await expect(page.getByText(email)).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    // As whoever tries the demo reads it.
    const digits = await readCode(email);
    const mail = await page.context().newPage();
    await mail.goto("/demo/courrier");
    await expect(mail.locator("article", { hasText: email })).toContainText(digits);
    await mail.close();
    await page.getByLabel("Le code à 6 chiffres").fill(digits);
    await page.getByRole("button", { name: "Rejoindre La Coopol" }).click();
    await expect(page).toHaveURL(/\/accueil$/);
    await page.goto("/compte");
    await expect(page.getByText(name).last()).toBeVisible();
    await page.goto("/inscription");
    await expect(page).toHaveURL(/\/accueil$/);
  });

  test("works without JavaScript: a postal code, then a choice", async ({ browser }) => {
    const page = await visit(browser, { javaScriptEnabled: false });
    const email = freshEmail();
    await page.goto("/inscription");
    await fillSignUp(page, { name, email });
    await page.getByLabel("Ta commune").fill("63200");
    await page.getByRole("button", { name: "Recevoir mon code" }).click();
    await expect(page.getByLabel("Ton prénom et ton nom")).toHaveValue(name);
    await expect(page.getByRole("checkbox")).toBeChecked();
    await page.getByLabel(/Laquelle est-ce/).selectOption({ label: "Riom (63), 63200" });
    await confirmSignUp(page, email);
  });

  test("is open to those who live abroad", async ({ page }) => {
    const email = freshEmail();
    await page.goto("/inscription");
    await fillSignUp(page, { name, email });
    await page.getByText("J’habite à l’étranger").click();
    await page.getByLabel("Ton pays").selectOption({ label: "Belgique" });
    await confirmSignUp(page, email);
  });

  test("keeps what was typed when something is missing, and asks for the date only in doubt", async ({ page }) => {
    await page.goto("/inscription");
    await fillSignUp(page, { name, email: freshEmail() });
    await page.getByLabel("Ton année de naissance").fill(String(new Date().getFullYear() - 15));
    await page.getByText("J’habite à l’étranger").click();
    await page.getByLabel("Ton pays").selectOption({ label: "Allemagne" });
    await page.getByRole("button", { name: "Recevoir mon code" }).click();
    await expect(page.getByLabel("Ta date de naissance")).toBeVisible();
    await expect(page.getByLabel("Ton prénom et ton nom")).toHaveValue(name);
    await expect(page.getByLabel("Ton pays")).toHaveValue("FE-DE");
    await page.getByLabel("Ta date de naissance").fill(`${new Date().getFullYear() - 15}-01-01`);
    await page.getByRole("button", { name: "Recevoir mon code" }).click();
    await expect(page).toHaveURL(/\/inscription\/code$/);
  });
});

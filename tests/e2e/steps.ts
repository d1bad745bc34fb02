import { type Browser, expect, type Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";

let people = 0;
/** An address that nobody else of these tests has. */
export const freshEmail = () => `visiteuse-${process.pid}-${Date.now()}-${++people}@example.org`;

/** The newest code that the demo's mail holds for an address; waits for its job. */
export async function readCode(page: Page, email: string): Promise<string> {
  const mail = await page.context().newPage();
  const code = mail
    .locator("article", { hasText: email })
    .locator("p", { hasText: /^\d{6}$/ })
    .first();
  await expect(async () => {
    await mail.goto("/demo/courrier");
    await expect(code).toBeVisible({ timeout: 500 });
  }).toPass();
  const digits = (await code.textContent()) ?? "";
  await mail.close();
  return digits;
}

/** Waits until a mail to this address says something; answers the mail's text. */
export async function readMail(page: Page, email: string, words: RegExp): Promise<string> {
  const mail = await page.context().newPage();
  const found = mail.locator("article", { hasText: email }).filter({ hasText: words }).first();
  await expect(async () => {
    await mail.goto("/demo/courrier");
    await expect(found).toBeVisible({ timeout: 500 });
  }).toPass();
  const text = (await found.textContent()) ?? "";
  await mail.close();
  return text;
}

/** What her application would show, from the key on the screen. */
export async function shownDigits(page: Page): Promise<string> {
  const key = (await page.getByText(/^(?:[A-Z2-7]{4}\s*){8}$/).textContent()) ?? "";
  return TOTP.generate({ secret: Secret.fromBase32(key.replace(/\s/g, "")) });
}

/** One of the demo's cast, in a browser of her own. */
export async function enterAs(browser: Browser, name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto("/connexion");
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await expect(page).toHaveURL(/\/accueil$/);
  return page;
}

/** Somebody who signs up in Clermont-Ferrand, in a browser of her own. */
export async function joinClermont(
  browser: Browser,
  name: string,
  claim: "Adhérent" | "Sympathisant",
): Promise<{ page: Page; email: string; name: string }> {
  const page = await (await browser.newContext()).newPage();
  const email = freshEmail();
  await page.goto("/inscription");
  await page.getByLabel("Ton prénom et ton nom").fill(name);
  await page.getByLabel("Ton adresse e-mail").fill(email);
  await page.getByRole("combobox", { name: /Ta commune/ }).pressSequentially("clermont fer");
  await page.getByRole("option", { name: /Clermont-Ferrand/ }).click();
  await page.getByRole("radio", { name: new RegExp(claim) }).check();
  await page.getByLabel("Ton année de naissance").fill("1988");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Recevoir mon code" }).click();
  await expect(page).toHaveURL(/\/inscription\/code$/);
  await page.getByLabel("Le code à 6 chiffres").fill(await readCode(page, email));
  await page.getByRole("button", { name: "Rejoindre La Coopol" }).click();
  await expect(page).toHaveURL(/\/accueil$/);
  return { page, email, name };
}

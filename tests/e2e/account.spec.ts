import { barriers, expectNoBarrier, PHONE } from "./barriers.ts";
import { query } from "./database.ts";
import { expect, test } from "./fixtures.ts";
import { readCode } from "./mail.ts";
import { debateAt, isLive, newcomer, signInByCode, signInWithPassword, visit } from "./steps.ts";

test.describe("one's account", () => {
  test("gives and withdraws the public name in one click, and closes another session", async ({ browser }) => {
    const { page, email } = await newcomer(browser);
    const other = await visit(browser);
    await signInByCode(other, email);
    await other.getByLabel("Le code à 6 chiffres").fill(await readCode(email));
    await other.getByRole("button", { name: "Me connecter" }).click();
    await expect(other).toHaveURL(/\/accueil$/);
    await page.goto("/compte");
    await page.getByRole("button", { name: "Montrer mon nom" }).click();
    await page.getByRole("button", { name: "Retirer mon nom" }).click();
    await expect(page.getByRole("button", { name: "Montrer mon nom" })).toBeVisible();
    await page.getByRole("button", { name: "Fermer toutes les autres" }).click();
    await expect(page.getByText("Cet appareil")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Fermer la session/ })).toHaveCount(0);
    // Its live connection was cut, so that page is reloading by itself: the two navigations may meet.
    await expect(async () => {
      await other.goto("/compte");
      await expect(other).toHaveURL(/\/connexion$/);
    }).toPass();
  });

  test("is erased after a code, and the next page is a visitor's", async ({ browser }) => {
    const { page, email } = await newcomer(browser);
    await page.goto("/compte/suppression");
    await page.getByRole("button", { name: "Recevoir un code par e-mail" }).click();
    await page.getByLabel("Le code reçu par e-mail").fill(await readCode(email));
    await page.getByRole("button", { name: "Supprimer pour toujours" }).click();
    await expect(page.getByText("Ton compte est supprimé")).toBeVisible();
    await page.goto("/compte");
    await expect(page).toHaveURL(/\/connexion$/);
  });

  test("keeps an appearance whatever the device asks, and the device's comes back", async ({ browser }) => {
    const { page } = await newcomer(browser, {}, { ...PHONE, colorScheme: "light" });
    await page.goto("/compte/apparence");
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await ground();
    await page.getByRole("radio", { name: /Sombre/ }).check();
    await page.getByRole("button", { name: "Garder cette apparence" }).click();
    await expect.poll(ground).not.toBe(light);
    expect(await barriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto("/debats");
    expect(await ground()).not.toBe(light);
    await page.goto("/compte/apparence");
    await page.getByRole("radio", { name: /Comme mon appareil/ }).check();
    await page.getByRole("button", { name: "Garder cette apparence" }).click();
    await expect.poll(ground).toBe(light);
  });

  test("follows a member who moves to her new section", async ({ browser }) => {
    const { page } = await newcomer(browser);
    await page.goto("/compte");
    await page.getByRole("link", { name: "J’ai déménagé" }).click();
    await page.getByRole("combobox", { name: /Ta commune/ }).pressSequentially("issoire");
    await page.getByRole("option", { name: /^Issoire/ }).click();
    await page.getByRole("button", { name: "J’habite ici maintenant" }).click();
    await expect(page.getByText("Ta commune est enregistrée.")).toBeVisible();
    await expect(page.getByRole("definition").filter({ hasText: "Puy-de-Dôme" }).first()).toBeVisible();
  });
});

test.describe("a suspended member", () => {
  test("reads why, takes her data, and finds the way back from each page", async ({ browser }) => {
    const page = await visit(browser, PHONE);
    await signInWithPassword(page, "gerald.pruvost@demo.example");
    await expect(page).toHaveURL(/\/suspension$/);
    await expect(page.getByText("Attaques personnelles répétées")).toBeVisible();
    await expect(page.getByRole("link", { name: /moderation@/ })).toBeVisible();
    await expectNoBarrier(page, "/suspension");
    for (const path of ["/compte", "/accueil"]) {
      await page.goto(path);
      await expect(page).toHaveURL(/\/suspension$/);
    }
    for (const place of ["/compte/suppression", "/compte/donnees"]) {
      await page.goto(place);
      await expectNoBarrier(page, place);
    }
    await page.getByRole("link", { name: "Ma suspension" }).click();
    await expect(page).toHaveURL(/\/suspension$/);
  });

  test("by another process loses the page that she reads within 5 seconds", async ({ browser }) => {
    const { page, id } = await newcomer(browser);
    await page.goto(await debateAt("transports du quotidien"));
    await isLive(page);
    await query(
      `insert into suspension (id, member_id, reason, begins_at)
       select left(md5(id), 12), id, 'Essai de suspension.', now() from member where id = $1`,
      [id],
    );
    await expect(page).toHaveURL(/\/suspension$/, { timeout: 5_000 });
    await expect(page.getByText("Essai de suspension.")).toBeVisible();
  });
});

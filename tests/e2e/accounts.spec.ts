import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { Client } from "pg";

const PASSWORD = "pave-muguet-1936"; // the demo's, for everybody of its cast
let people = 0;
const freshEmail = () => `visiteuse-${process.pid}-${Date.now()}-${++people}@example.org`;

/** The newest code that the demo's mail holds for an address; waits for its job. */
async function readCode(page: Page, email: string): Promise<string> {
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

/** The code of the mail after the one with `earlier`: it may be late, and a code takes five tries. */
async function readCodeAfter(page: Page, email: string, earlier: string): Promise<string> {
  await expect.poll(() => readCode(page, email), { timeout: 30_000 }).not.toBe(earlier);
  return readCode(page, email);
}

async function fillSignUp(page: Page, email: string) {
  await page.getByLabel("Ton prénom et ton nom").fill("Lucie Fayolle");
  await page.getByLabel("Ton adresse e-mail").fill(email);
  await page.getByRole("radio", { name: /Sympathisant/ }).check();
  await page.getByLabel("Ton année de naissance").fill("1988");
  await page.getByRole("checkbox").check();
}

async function writeCode(page: Page, email: string, button: string) {
  await page.getByLabel("Le code à 6 chiffres").fill(await readCode(page, email));
  await page.getByRole("button", { name: button }).click();
}

/** A new member of these tests' own, so that no other test loses its session; abroad, to go fast. */
async function join(page: Page): Promise<string> {
  const email = freshEmail();
  await page.goto("/inscription");
  await fillSignUp(page, email);
  await page.getByText("J’habite à l’étranger").click();
  await page.getByLabel("Ton pays").selectOption({ label: "Belgique" });
  await page.getByRole("button", { name: "Recevoir mon code" }).click();
  await expect(page).toHaveURL(/\/inscription\/code$/);
  await writeCode(page, email, "Rejoindre La Coopol");
  await expect(page).toHaveURL(/\/accueil$/);
  return email;
}

/** What her application would show, from the key on the screen. */
async function shownDigits(page: Page): Promise<string> {
  const key = (await page.getByText(/^(?:[A-Z2-7]{4}\s*){8}$/).textContent()) ?? "";
  return TOTP.generate({ secret: Secret.fromBase32(key.replace(/\s/g, "")) });
}

async function signInByCode(page: Page, email: string) {
  await page.goto("/connexion");
  await page.getByRole("region", { name: "Avec un code" }).getByLabel("Ton adresse e-mail").fill(email);
  await page.getByRole("button", { name: "Recevoir un code" }).click();
  await expect(page).toHaveURL(/\/connexion\/code$/);
}

async function enterAs(page: Page, role: string) {
  await page.goto("/connexion");
  await page.getByRole("button", { name: new RegExp(role) }).click();
  await expect(page).toHaveURL(/\/accueil$/);
}

/** What axe has to say about a page. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

const withoutJavaScript = (browser: Browser) => browser.newContext({ javaScriptEnabled: false });

test.describe("joining", () => {
  test("takes one screen, a commune chosen with the keyboard, and the code of the mail", async ({ page }) => {
    const email = freshEmail();
    await page.goto("/inscription");
    await fillSignUp(page, email);
    const commune = page.getByRole("combobox", { name: /Ta commune/ });
    await commune.pressSequentially("clermont fer");
    await expect(page.getByRole("option", { name: /Clermont-Ferrand/ })).toBeVisible();
    await commune.press("ArrowDown");
    await commune.press("Enter");
    await expect(commune).toHaveValue("Clermont-Ferrand (63)");
    await page.getByRole("button", { name: "Recevoir mon code" }).click();
    await expect(page).toHaveURL(/\/inscription\/code$/);
    await expect(page.getByText(email)).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await writeCode(page, email, "Rejoindre La Coopol");
    await expect(page).toHaveURL(/\/accueil$/);
    await page.goto("/compte");
    await expect(page.getByText("Lucie Fayolle").last()).toBeVisible();
    await page.goto("/inscription");
    await expect(page).toHaveURL(/\/accueil$/);
  });

  test("works without JavaScript: a postal code, then a choice", async ({ browser }) => {
    const context = await withoutJavaScript(browser);
    const page = await context.newPage();
    const email = freshEmail();
    await page.goto("/inscription");
    await fillSignUp(page, email);
    await page.getByLabel("Ta commune").fill("63200");
    await page.getByRole("button", { name: "Recevoir mon code" }).click();
    await expect(page.getByLabel("Ton prénom et ton nom")).toHaveValue("Lucie Fayolle");
    await expect(page.getByRole("checkbox")).toBeChecked();
    await page.getByLabel(/Laquelle est-ce/).selectOption({ label: "Riom (63), 63200" });
    await page.getByRole("button", { name: "Recevoir mon code" }).click();
    await expect(page).toHaveURL(/\/inscription\/code$/);
    await writeCode(page, email, "Rejoindre La Coopol");
    await expect(page).toHaveURL(/\/accueil$/);
    await context.close();
  });

  test("keeps what was typed when something is missing, and asks for the date only in doubt", async ({ page }) => {
    await page.goto("/inscription");
    await fillSignUp(page, freshEmail());
    await page.getByLabel("Ton année de naissance").fill(String(new Date().getFullYear() - 15));
    await page.getByText("J’habite à l’étranger").click();
    await page.getByLabel("Ton pays").selectOption({ label: "Allemagne" });
    await page.getByRole("button", { name: "Recevoir mon code" }).click();
    await expect(page.getByLabel("Ta date de naissance")).toBeVisible();
    await expect(page.getByLabel("Ton prénom et ton nom")).toHaveValue("Lucie Fayolle");
    await expect(page.getByLabel("Ton pays")).toHaveValue("FE-DE");
    await page.getByLabel("Ta date de naissance").fill(`${new Date().getFullYear() - 15}-01-01`);
    await page.getByRole("button", { name: "Recevoir mon code" }).click();
    await expect(page).toHaveURL(/\/inscription\/code$/);
  });
});

test.describe("signing in", () => {
  test("with a code, after a wrong one", async ({ page }) => {
    const email = "samuel.okoko@demo.example";
    await signInByCode(page, email);
    const digits = await readCode(page, email);
    await page.getByLabel("Le code à 6 chiffres").fill(digits === "000000" ? "000001" : "000000");
    await page.getByRole("button", { name: "Me connecter" }).click();
    await expect(page.getByText("Ce code n’est pas le bon")).toBeVisible();
    await page.getByLabel("Le code à 6 chiffres").fill(digits);
    await page.getByRole("button", { name: "Me connecter" }).click();
    await expect(page).toHaveURL(/\/accueil$/);
  });

  test("with a password, without JavaScript, then out", async ({ browser }) => {
    const context = await withoutJavaScript(browser);
    const page = await context.newPage();
    await page.goto("/connexion");
    const form = page.getByRole("region", { name: "Avec un mot de passe" });
    await form.getByLabel("Ton adresse e-mail").fill("maryse.quintin@demo.example");
    await form.getByLabel("Ton mot de passe").fill("ce n’est pas lui");
    await form.getByRole("button", { name: "Me connecter" }).click();
    await expect(page.getByText("L’adresse ou le mot de passe ne correspond pas.")).toBeVisible();
    await expect(form.getByLabel("Ton adresse e-mail")).toHaveValue("maryse.quintin@demo.example");
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
    await context.close();
  });
});

test.describe("one's account", () => {
  test("gives and withdraws the public name in one click, and closes another session", async ({ page, browser }) => {
    const email = await join(page);
    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    const joining = await readCode(other, email);
    await signInByCode(other, email);
    await other.getByLabel("Le code à 6 chiffres").fill(await readCodeAfter(other, email, joining));
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
    await elsewhere.close();
  });

  test("is erased after a code, and the next page is a visitor's", async ({ page }) => {
    const email = await join(page);
    const joining = await readCode(page, email);
    await page.goto("/compte/suppression");
    await page.getByRole("button", { name: "Recevoir un code par e-mail" }).click();
    await expect(page.getByLabel("Le code reçu par e-mail")).toBeVisible();
    await page.getByLabel("Le code reçu par e-mail").fill(await readCodeAfter(page, email, joining));
    await page.getByRole("button", { name: "Supprimer pour toujours" }).click();
    await expect(page.getByText("Ton compte est supprimé")).toBeVisible();
    await page.goto("/compte");
    await expect(page).toHaveURL(/\/connexion$/);
  });
});

test("a password is chosen with a code, an address changed with another", async ({ page }) => {
  const [email, newEmail] = [await join(page), freshEmail()];
  const joining = await readCode(page, email);
  await page.goto("/connexion/mot-de-passe");
  await expect(page.getByLabel("Ton adresse e-mail")).toHaveValue(email);
  await page.getByRole("button", { name: "Recevoir un code" }).click();
  await expect(page).toHaveURL(/mot-de-passe\/code$/);
  expect(await faults(page)).toEqual([]);
  await page.getByLabel("Le code à 6 chiffres").fill(await readCodeAfter(page, email, joining));
  await page.getByLabel("Ton nouveau mot de passe").fill(PASSWORD);
  await page.getByRole("button", { name: "Changer mon mot de passe" }).click();
  await expect(page).toHaveURL(/\/accueil$/);
  await page.goto("/compte");
  await page.getByLabel("Ta nouvelle adresse").fill(newEmail);
  await page.getByRole("button", { name: "Changer d’adresse" }).click();
  await expect(page).toHaveURL(/\/compte\/adresse$/);
  await expect(page.getByText(newEmail)).toBeVisible();
  expect(await faults(page)).toEqual([]);
});

test("a second factor is set up, asked at the next sign-in, and replaced by a recovery code, without JavaScript", async ({
  browser,
}) => {
  const context = await withoutJavaScript(browser);
  const page = await context.newPage();
  const email = await join(page);
  const joining = await readCode(page, email);
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
  await page.getByLabel("Le code à 6 chiffres").fill(await readCodeAfter(page, email, joining));
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
  await context.close();
});

test("an appearance is kept whatever the device asks, and the device's comes back", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await join(page);
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  await page.goto("/compte/apparence");
  await page.getByRole("radio", { name: /Sombre/ }).check();
  await page.getByRole("button", { name: "Garder cette apparence" }).click();
  await expect.poll(ground).not.toBe(light);
  expect(await faults(page)).toEqual([]);
  await page.goto("/debats");
  expect(await ground()).not.toBe(light);
  await page.goto("/compte/apparence");
  await page.getByRole("radio", { name: /Comme mon appareil/ }).check();
  await page.getByRole("button", { name: "Garder cette apparence" }).click();
  await expect.poll(ground).toBe(light);
});

test("a member who moves finds her new section in her account", async ({ page }) => {
  await join(page);
  await page.goto("/compte");
  await page.getByRole("link", { name: "J’ai déménagé" }).click();
  await page.getByRole("combobox", { name: /Ta commune/ }).pressSequentially("clermont fer");
  await page.getByRole("option", { name: /Clermont-Ferrand/ }).click();
  await page.getByRole("button", { name: "J’habite ici maintenant" }).click();
  await expect(page.getByText("Ta commune est enregistrée.")).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "Puy-de-Dôme" })).toBeVisible();
});

test("a suspended member reads why, until when, and how to contest, and nothing else", async ({ page }) => {
  await page.goto("/connexion");
  const form = page.getByRole("region", { name: "Avec un mot de passe" });
  await form.getByLabel("Ton adresse e-mail").fill("gerald.pruvost@demo.example");
  await form.getByLabel("Ton mot de passe").fill(PASSWORD);
  await form.getByRole("button", { name: "Me connecter" }).click();
  await expect(page).toHaveURL(/\/suspension$/);
  await expect(page.getByText("Attaques personnelles répétées")).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await expect(page.getByRole("link", { name: /moderation@/ })).toBeVisible();
  for (const path of ["/compte", "/accueil"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/suspension$/);
  }
});

test("a member suspended by another process loses the page that she reads within 5 seconds", async ({ page }) => {
  const email = await join(page);
  await page.goto("/debats");
  await page.getByRole("link", { name: /transports du quotidien/ }).click();
  await expect(page.getByRole("button", { name: "Suspendre le direct" })).toBeVisible();
  const database = new Client({ connectionString: process.env.E2E_DATABASE_URL });
  await database.connect();
  await database.query(
    `insert into suspension (id, member_id, reason, begins_at)
     select left(md5(id), 12), id, 'Essai de suspension.', now() from member where email = $1`,
    [email],
  );
  await database.end();
  await expect(page).toHaveURL(/\/suspension$/, { timeout: 5_000 });
  await expect(page.getByText("Essai de suspension.")).toBeVisible();
});

test.describe("accessibility", () => {
  const visitors = ["/inscription", "/connexion", "/connexion/mot-de-passe", "/demo/courrier"];
  const members = ["/compte", "/compte/suppression", "/compte/second-facteur", "/compte/apparence", "/compte/commune"];
  test("finds nothing to say of a second factor, from its QR code to the code at the next sign-in", async ({
    page,
  }) => {
    const inBothThemes = async (what: string) => {
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        expect(await faults(page), `${what}, ${colorScheme}`).toEqual([]);
      }
    };
    const email = await join(page);
    const joining = await readCode(page, email);
    await page.goto("/compte/second-facteur");
    await page.getByRole("button", { name: "Commencer" }).click();
    await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
    await inBothThemes("setting up");
    await page.getByLabel("Le code de ton application").fill(await shownDigits(page));
    await page.getByRole("button", { name: "Activer" }).click();
    await expect(page.getByRole("button", { name: "Copier" })).toBeVisible();
    await expect(page.getByText("Il te reste 10 codes de secours")).toBeVisible();
    await inBothThemes("recovery codes");
    await page.context().clearCookies();
    await signInByCode(page, email);
    await page.getByLabel("Le code à 6 chiffres").fill(await readCodeAfter(page, email, joining));
    await page.getByRole("button", { name: "Me connecter" }).click();
    await expect(page).toHaveURL(/\/connexion\/second-facteur$/);
    await inBothThemes("second code");
    await page.getByRole("link", { name: "J’ai perdu mon téléphone" }).click();
    await page.getByLabel("Ton code de secours").fill("ACDE-FHJK-MNPQ-RTWX");
    await page.getByRole("button", { name: "Entrer" }).click();
    await expect(page.getByText("Ce code n’est pas le bon")).toBeVisible();
    await inBothThemes("recovery code");
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`finds nothing to say, ${colorScheme}`, async ({ browser }) => {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width: 360, height: 780 },
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      for (const path of visitors) {
        await page.goto(path);
        expect(await faults(page), path).toEqual([]);
      }
      await page.goto("/inscription");
      await page.getByRole("combobox").pressSequentially("lyon");
      await expect(page.getByRole("option").first()).toBeVisible();
      expect(await faults(page), "open list of communes").toEqual([]);
      await signInByCode(page, freshEmail());
      await page.getByLabel("Le code à 6 chiffres").fill("000000");
      await page.getByRole("button", { name: "Me connecter" }).click();
      await expect(page.getByText("Ce code n’est pas le bon")).toBeVisible();
      expect(await faults(page), "/connexion/code").toEqual([]);
      await enterAs(page, "Secrétaire de section");
      for (const path of members) {
        await page.goto(path);
        expect(await faults(page), path).toEqual([]);
      }
      await context.close();
    });
  }
});

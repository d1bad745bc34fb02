import AxeBuilder from "@axe-core/playwright";
import {
  type Browser,
  type BrowserContext,
  expect,
  type Locator,
  type Page,
  test,
  type WebSocketRoute,
} from "@playwright/test";

// The demo's debates move while these tests run: each says words of its own.
let said = 0;
const words = (about: string) => `${about} : un argument écrit par le test ${process.pid}-${Date.now()}-${++said}.`;

async function enterAs(page: Page, name: string): Promise<void> {
  await page.goto("/connexion");
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await expect(page).toHaveURL(/\/accueil$/);
}

/** For those of the cast who have no button of their own. */
async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/connexion");
  const form = page.getByRole("region", { name: "Avec un mot de passe" });
  await form.getByLabel("Ton adresse e-mail").fill(email);
  await form.getByLabel("Ton mot de passe").fill("pave-muguet-1936");
  await form.getByRole("button").click();
  await expect(page).toHaveURL(/\/accueil$/);
}

async function openDebate(page: Page, question: RegExp): Promise<void> {
  await page.goto("/debats");
  await page.getByRole("link", { name: question }).click();
  await expect(page.getByRole("heading", { level: 1, name: question })).toBeVisible();
}

const TRANSPORT = /transports du quotidien/;
const FOUR_DAYS = /semaine de quatre jours/;

async function memberIn(browser: Browser, name: string, question: RegExp): Promise<Page> {
  return memberOn(await browser.newContext(), name, question);
}

async function memberOn(context: BrowserContext, name: string, question: RegExp): Promise<Page> {
  const page = await context.newPage();
  await enterAs(page, name);
  await openDebate(page, question);
  await isLive(page);
  return page;
}

/** The page has joined its room: only then does it offer to suspend it. */
const isLive = (page: Page) => expect(page.getByRole("button", { name: "Suspendre le direct" })).toBeVisible();
const card = (page: Page, text: string): Locator => page.getByRole("article").filter({ hasText: text });
const composer = (page: Page) => page.getByRole("textbox", { name: "Ta contribution" });

async function publish(page: Page, side: "Pour" | "Contre", text: string): Promise<void> {
  await composer(page).fill(text);
  await page.getByRole("radio", { name: side, exact: true }).check();
  await page.getByRole("button", { name: "Publier" }).click();
}

test.describe("a live debate", () => {
  test("shows a contribution and a vote in another browser at once, and once after a reload", async ({ browser }) => {
    const maryse = await memberIn(browser, "Maryse", TRANSPORT);
    const bruno = await memberIn(browser, "Bruno", TRANSPORT);
    const visitor = await (await browser.newContext()).newPage();
    await openDebate(visitor, TRANSPORT);
    await isLive(visitor);

    const text = words("En direct");
    await publish(maryse, "Contre", text);
    await expect(card(maryse, text)).toHaveCount(1);
    await expect(composer(maryse)).toHaveValue("");
    await expect(maryse.getByText("Ta contribution est publiée.")).toBeVisible();
    await expect(bruno.getByRole("region", { name: "Contre" }).getByText(text)).toBeVisible();
    await expect(card(visitor, text)).toContainText("Puy-de-Dôme");

    await card(bruno, text)
      .getByRole("button", { name: /^D’accord/ })
      .click();
    await expect(card(bruno, text).getByRole("button", { name: /^D’accord/ })).toHaveAttribute("aria-pressed", "true");
    await expect(card(maryse, text).getByRole("button", { name: "D’accord 1", exact: true })).toBeVisible();
    await expect(card(visitor, text)).toContainText("1 d’accord");
    await card(bruno, text)
      .getByRole("button", { name: /^Je passe/ })
      .click();
    await expect(card(maryse, text).getByRole("button", { name: "Je passe 1" })).toBeVisible();
    await expect(card(maryse, text).getByRole("button", { name: "D’accord 0", exact: true })).toBeVisible();

    for (const page of [maryse, bruno, visitor]) {
      await page.reload();
      await expect(card(page, text)).toHaveCount(1);
    }
    await expect(card(bruno, text).getByRole("button", { name: /^Je passe/ })).toHaveAttribute("aria-pressed", "true");
  });

  test("says politely what arrived, and keeps it behind a pill for whoever reads further down", async ({ browser }) => {
    const helene = await memberIn(browser, "Hélène", FOUR_DAYS);
    const reader = await memberIn(browser, "Maryse", FOUR_DAYS);
    await reader.getByRole("region", { name: "Pour" }).getByRole("article").last().scrollIntoViewIfNeeded();
    await reader.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const text = words("Pendant que tu lis");
    await publish(helene, "Pour", text);
    await expect(card(helene, text)).toHaveCount(1);
    const pill = reader.getByRole("button", { name: "1 nouvelle contribution" });
    await expect(pill).toBeAttached();
    await expect(reader.getByRole("status").filter({ hasText: "une nouvelle contribution pour" })).toBeAttached();
    await expect(card(reader, text)).toHaveCount(0);
    await pill.click();
    await expect(card(reader, text)).toHaveCount(1);
  });

  test("keeps what is written while the line is down, says so, and publishes it once when it is back", async ({
    browser,
  }) => {
    const context = await browser.newContext();
    const line = await lineOf(context);
    const samuel = await memberOn(context, "Samuel", TRANSPORT);
    const text = words("Hors ligne");
    await line.cut();
    await expect(samuel.getByText("Connexion perdue : ce que tu écris est gardé. Nouvel essai…")).toBeVisible();
    await publish(samuel, "Pour", text);
    await expect(composer(samuel)).toHaveValue(text);
    await expect(samuel.getByText("gardée ici, part dès le retour de la connexion")).toBeVisible({ timeout: 30_000 });
    await line.mend();
    await expect(samuel.getByText("De retour en direct")).toBeVisible({ timeout: 30_000 });
    await expect(samuel.getByText("Ta contribution est publiée.")).toBeVisible({ timeout: 30_000 });
    await expect(card(samuel, text)).toHaveCount(1);
    await samuel.reload();
    await expect(card(samuel, text)).toHaveCount(1);
    await expect(composer(samuel)).toHaveValue("");
  });

  test("keeps a draft through a reload", async ({ browser }) => {
    const maryse = await memberIn(browser, "Maryse", FOUR_DAYS);
    const text = words("Un brouillon");
    await composer(maryse).fill(text);
    await maryse.getByRole("radio", { name: "Contre", exact: true }).check();
    await maryse.reload();
    await expect(composer(maryse)).toHaveValue(text);
    await expect(maryse.getByRole("radio", { name: "Contre", exact: true })).toBeChecked();
    await composer(maryse).fill("");
  });

  test("asks a newcomer whether her name may stand beside her words, once, before publishing", async ({ browser }) => {
    const yanis = await (await browser.newContext()).newPage();
    await signIn(yanis, "yanis.moreau@demo.example");
    await openDebate(yanis, TRANSPORT);
    await isLive(yanis);
    const text = words("Première fois");
    await publish(yanis, "Pour", text);
    await expect(card(yanis, text)).toHaveCount(0); // the browser asks for the answer first
    await yanis.getByRole("radio", { name: /Non, sans mon nom/ }).check();
    await yanis.getByRole("button", { name: "Publier" }).click();
    await expect(card(yanis, text)).toHaveCount(1);
    await expect(yanis.getByRole("radio", { name: /Non, sans mon nom/ })).toHaveCount(0);
    const visitor = await (await browser.newContext()).newPage();
    await openDebate(visitor, TRANSPORT);
    await expect(card(visitor, text)).toContainText("Un·e sympathisant·e");
    await expect(card(visitor, text)).not.toContainText("Yanis");
  });
});

/** The line of a browser, which can be cut: no request passes, and the socket is closed. */
async function lineOf(context: BrowserContext) {
  const sockets = new Set<WebSocketRoute>();
  let down = false;
  await context.routeWebSocket(/\/live\//, (socket) => {
    if (down) return void socket.close();
    sockets.add(socket);
    socket.connectToServer();
  });
  return {
    async cut() {
      down = true;
      await context.setOffline(true);
      for (const socket of sockets) await socket.close();
      sockets.clear();
    },
    async mend() {
      down = false;
      await context.setOffline(false);
    },
  };
}

test.describe("without JavaScript", () => {
  test("one reads both sides, contributes and votes", async ({ browser }) => {
    const page = await (
      await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } })
    ).newPage();
    await enterAs(page, "Awa");
    await openDebate(page, FOUR_DAYS);
    await page.getByRole("link", { name: /^Contre/ }).click();
    const contre = page.getByRole("region", { name: "Contre" });
    await expect(contre.getByRole("article").first()).toBeVisible();
    await expect(page.getByRole("region", { name: "Pour" })).toBeHidden();

    const text = words("Sans script");
    await publish(page, "Contre", text);
    await expect(page.getByText("Ta contribution est publiée.")).toBeVisible();
    await expect(composer(page)).toHaveValue("");
    const mine = contre.getByRole("article").filter({ hasText: text });
    await expect(mine).toHaveCount(1);
    await mine.getByRole("button", { name: /^D’accord/ }).click();
    await expect(page).toHaveURL(/\?cote=contre#c-\d+$/);
    await expect(mine.getByRole("button", { name: "D’accord 1", exact: true })).toHaveAttribute("aria-pressed", "true");
  });

  test("what is wrong is said and what was typed is kept", async ({ browser }) => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await enterAs(page, "Inès");
    await openDebate(page, FOUR_DAYS);
    await publish(page, "Contre", "Trop court".slice(0, 8));
    await expect(page.getByText("Il faut au moins 10 caractères.")).toBeVisible();
    await expect(composer(page)).toHaveValue("Trop cou");
    await expect(page.getByRole("radio", { name: "Contre", exact: true })).toBeChecked();
  });

  test("older contributions are a link away, and back", async ({ browser }) => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await openDebate(page, TRANSPORT);
    const pour = page.getByRole("region", { name: "Pour" });
    const newest = await pour.getByRole("article").first().textContent();
    await pour.getByRole("link", { name: "Voir les précédentes" }).click();
    await expect(pour.getByRole("article")).toHaveCount(10);
    await expect(pour.getByRole("article").first()).not.toHaveText(newest ?? "");
    await pour.getByRole("link", { name: "Revenir aux plus récentes" }).click();
    await expect(pour.getByRole("article").first()).toHaveText(newest ?? "");
  });
});

test("on a phone the two sides are tabs, and nothing overflows", async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 780 } })).newPage();
  await openDebate(page, TRANSPORT);
  const [pour, contre] = [page.getByRole("region", { name: "Pour" }), page.getByRole("region", { name: "Contre" })];
  await expect(pour).toBeVisible();
  await expect(contre).toBeHidden();
  await page.getByRole("link", { name: /^Contre · / }).click();
  await expect(contre).toBeVisible();
  await expect(pour).toBeHidden();
  await expect(page).toHaveURL(/\?cote=contre$/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});

test("with the keyboard alone one writes, chooses a side, publishes and votes", async ({ browser }) => {
  const page = await memberIn(browser, "Bruno", FOUR_DAYS);
  const text = words("Au clavier");
  await composer(page).focus();
  await page.keyboard.type(text);
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Contre" }).getByRole("article").filter({ hasText: text })).toHaveCount(
    1,
  );
  const agree = card(page, text).getByRole("button", { name: /^D’accord/ });
  const hasFocus = () => agree.evaluate((button) => button === document.activeElement);
  for (let tabs = 0; tabs < 80 && !(await hasFocus()); tabs++) await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(agree).toHaveAttribute("aria-pressed", "true");
  await expect(agree).toBeFocused();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`every page of debates passes axe, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, reducedMotion: "reduce" });
    const page = await context.newPage();
    const check = async (place: string) => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${place}: ${id} ${nodes[0]?.html}`)).toEqual([]);
    };
    await page.goto("/");
    await check("public home");
    await page.goto("/debats");
    await check("list");
    await openDebate(page, TRANSPORT);
    await check("visitor's debate");
    await enterAs(page, "Inès");
    await check("member home");
    await openDebate(page, TRANSPORT);
    await isLive(page);
    await card(page, "Automatique et sans dossier, là")
      .getByRole("button", { name: /^D’accord/ })
      .click();
    await composer(page).fill("Court");
    await page.getByRole("button", { name: "Publier" }).click();
    await expect(page.getByText("Il faut au moins 10 caractères.")).toBeVisible();
    await check("member's debate");
    await composer(page).fill("");
  });
}

import type { Browser, BrowserContext, Locator, Page, WebSocketRoute } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { debateAt, enterAs, isLive, visit } from "./steps.ts";

// The demo's debates move while these tests run: each says words of its own.
let said = 0;
const words = (about: string) => `${about} : un argument écrit par le test ${process.pid}-${Date.now()}-${++said}.`;

const TRANSPORT = "transports du quotidien";
const FOUR_DAYS = "semaine de quatre jours";

async function openDebate(page: Page, question: string): Promise<void> {
  await page.goto(await debateAt(question));
  await expect(page.getByRole("heading", { level: 1, name: question })).toBeVisible();
}

async function memberIn(browser: Browser, name: string, question: string): Promise<Page> {
  const page = await enterAs(browser, name);
  await openDebate(page, question);
  await isLive(page);
  return page;
}

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
    const visitor = await visit(browser);
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
    const samuel = await enterAs(browser, "Samuel");
    const line = await lineOf(samuel.context());
    await openDebate(samuel, TRANSPORT);
    await isLive(samuel);
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
    const yanis = await memberIn(browser, "Yanis", TRANSPORT);
    const text = words("Première fois");
    await publish(yanis, "Pour", text);
    await expect(card(yanis, text)).toHaveCount(0); // the browser asks for the answer first
    await yanis.getByRole("radio", { name: /Non, sans mon nom/ }).check();
    await yanis.getByRole("button", { name: "Publier" }).click();
    await expect(card(yanis, text)).toHaveCount(1);
    await expect(yanis.getByRole("radio", { name: /Non, sans mon nom/ })).toHaveCount(0);
    const visitor = await visit(browser);
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
    const page = await enterAs(browser, "Awa", { javaScriptEnabled: false, viewport: { width: 360, height: 780 } });
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
    const page = await enterAs(browser, "Inès", { javaScriptEnabled: false });
    await openDebate(page, FOUR_DAYS);
    await publish(page, "Contre", "Trop court".slice(0, 8));
    await expect(page.getByText("Il faut au moins 10 caractères.")).toBeVisible();
    await expect(composer(page)).toHaveValue("Trop cou");
    await expect(page.getByRole("radio", { name: "Contre", exact: true })).toBeChecked();
  });

  test("older contributions are a link away, and back", async ({ browser }) => {
    const page = await visit(browser, { javaScriptEnabled: false });
    await page.goto("/debats");
    await page.getByRole("link", { name: TRANSPORT }).click();
    const pour = page.getByRole("region", { name: "Pour" });
    const newest = (await pour.getByRole("article").first().getAttribute("id")) ?? "";
    expect(newest).toMatch(/^c-\d+$/);
    await pour.getByRole("link", { name: "Voir les précédentes" }).click();
    await expect(pour.getByRole("article")).toHaveCount(10);
    await expect(page.locator(`#${newest}`)).toHaveCount(0);
    await pour.getByRole("link", { name: "Revenir aux plus récentes" }).click();
    await expect(page.locator(`#${newest}`)).toBeVisible(); // newer ones may have arrived before it
  });
});

test("on a phone the two sides are tabs, and nothing overflows", async ({ browser }) => {
  const page = await visit(browser, { viewport: { width: 360, height: 780 } });
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

import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";

// Taking one's data away, and leaving nothing on a computer that others use.

async function enterAs(page: Page, name: string): Promise<void> {
  await page.goto("/connexion");
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await expect(page).toHaveURL(/\/accueil$/);
}

test("a member takes her data away as a page that says it all by itself", async ({ page, browser }, testInfo) => {
  await enterAs(page, "Inès");
  await page.goto("/compte/donnees");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Télécharger mes données" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^mes-donnees-\d{4}-\d\d-\d\d\.html$/);
  const kept = testInfo.outputPath(file.suggestedFilename());
  await file.saveAs(kept);
  const html = await readFile(kept, "utf8");
  expect(html).toContain("Inès");

  const asked: string[] = [];
  const reader = await (await browser.newContext()).newPage();
  reader.on("request", (request) => asked.push(request.url()));
  const faults: string[] = [];
  reader.on("console", (message) => faults.push(message.text()));
  await reader.goto(`file://${kept}`);
  await expect(reader.getByRole("heading", { level: 1, name: "Mes données" })).toBeVisible();
  expect(asked.filter((url) => !/^(?:file|data|about):/.test(url))).toEqual([]);
  expect(faults).toEqual([]);
  await reader.close();

  await page.getByRole("button", { name: "Télécharger mes données" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Tu as déjà téléchargé" })).toBeVisible();
});

for (const javaScriptEnabled of [true, false])
  test(`signing out leaves no draft on the computer, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await enterAs(page, "Awa");
    await page.evaluate(() => localStorage.setItem("coopol:brouillon", "des mots à moi"));
    const leaving = javaScriptEnabled
      ? page
      : await sameComputer(page, await browser.newContext({ javaScriptEnabled }));
    const [answer] = await Promise.all([
      leaving.waitForResponse((response) => response.request().method() === "POST"),
      (async () => {
        await leaving.goto("/compte");
        await leaving.getByRole("button", { name: "Me déconnecter" }).click();
      })(),
    ]);
    expect(await answer.headerValue("clear-site-data")).toBe('"cache", "storage"');
    if (javaScriptEnabled) {
      await expect(page).toHaveURL(/\/$/);
      expect(await page.evaluate(() => localStorage.getItem("coopol:brouillon"))).toBeNull();
    }
    await leaving.context().close();
    await context.close();
  });

/** The same member in a browser without JavaScript. */
async function sameComputer(page: Page, context: Awaited<ReturnType<Page["context"]>>): Promise<Page> {
  await context.addCookies(await page.context().cookies());
  return context.newPage();
}

test("a visitor who signs in without leaving the page takes part live at once", async ({ page }) => {
  const sockets: string[] = [];
  page.on("websocket", (socket) => sockets.push(socket.url()));
  await page.goto("/debats");
  await page
    .getByRole("link", { name: /transports du quotidien/ })
    .first()
    .click();
  await expect(page.getByRole("button", { name: "Suspendre le direct" })).toBeVisible();
  const before = sockets.length;
  await page
    .getByRole("link", { name: /[Cc]onnexion|[Cc]onnecter/ })
    .first()
    .click();
  await page.getByRole("button", { name: /Inès/ }).click();
  await expect(page).toHaveURL(/\/accueil$/);
  await expect.poll(() => sockets.length).toBeGreaterThan(before);
});

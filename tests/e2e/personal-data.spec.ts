import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.ts";
import { enterAs, newcomer, visit } from "./steps.ts";

// Taking one's data away, and leaving nothing on a computer that others use.

test("a member takes her data away as a page that says it all by itself", async ({ browser }, testInfo) => {
  const page = await enterAs(browser, "Inès");
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
  const reader = await visit(browser);
  reader.on("request", (request) => asked.push(request.url()));
  const faults: string[] = [];
  reader.on("console", (message) => faults.push(message.text()));
  await reader.goto(`file://${kept}`);
  await expect(reader.getByRole("heading", { level: 1, name: "Mes données" })).toBeVisible();
  expect(asked.filter((url) => !/^(?:file|data|about):/.test(url))).toEqual([]);
  expect(faults).toEqual([]);

  await page.getByRole("button", { name: "Télécharger mes données" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Tu as déjà téléchargé" })).toBeVisible();
});

for (const javaScriptEnabled of [true, false])
  test(`signing out leaves no draft on the computer, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const { page } = await newcomer(browser);
    await page.goto("/accueil");
    await page.evaluate(() => localStorage.setItem("coopol:brouillon", "des mots à moi"));
    const storageState = { cookies: await page.context().cookies(), origins: [] };
    const leaving = javaScriptEnabled ? page : await visit(browser, { javaScriptEnabled, storageState });
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
  });

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

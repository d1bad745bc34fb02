import type { Browser, Page } from "@playwright/test";
import sharp from "sharp";
import { query } from "./database.ts";
import { expect, test } from "./fixtures.ts";
import { enterAs, named, newcomer, RIOM } from "./steps.ts";

// Photos and files of messages as a browser sends and shows them; and a message that is reported, judged and hidden.

const field = (page: Page) => page.getByRole("textbox", { name: "Ton message" });
const log = (page: Page) => page.getByRole("region", { name: "Messages", exact: true });
const bubble = (page: Page, words: string) => log(page).getByRole("listitem").filter({ hasText: words });
const chooseIn = (page: Page, label: string) =>
  page.locator("label").filter({ hasText: label }).locator("input[type=file]").first();
const picture = async (index: number) => ({
  name: `photo-${index}.png`,
  mimeType: "image/png",
  buffer: await sharp({
    create: { width: 1200, height: 800, channels: 3, background: { r: 40 * index, g: 90, b: 120 } },
  })
    .png()
    .toBuffer(),
});

/** Two of one section, in the conversation that one began. */
async function talking(browser: Browser) {
  const louise = await newcomer(browser, { name: named("Louise"), commune: RIOM });
  const samir = await newcomer(browser, { name: named("Samir"), commune: RIOM });
  await louise.page.goto(`/messages/nouveau?a=${samir.id}`);
  await field(louise.page).fill("Bonjour Samir");
  await louise.page.getByRole("button", { name: "Envoyer" }).click();
  await expect(louise.page).toHaveURL(/\/messages\/[0-9a-z]{12}$/);
  await samir.page.goto(louise.page.url());
  await expect(bubble(samir.page, "Bonjour Samir")).toBeVisible();
  return { louise, samir, id: louise.page.url().split("/").at(-1) ?? "" };
}

async function say(page: Page, words: string): Promise<void> {
  await field(page).fill(words);
  await page.getByRole("button", { name: "Envoyer" }).click();
  await expect(field(page)).toHaveValue("");
}

test("photos are described, kept over a reload, and looked at by the other, one by one", async ({ browser }) => {
  const { louise, samir } = await talking(browser);
  const { page } = louise;
  await chooseIn(page, "Ajouter des photos").setInputFiles([await picture(1), await picture(2)]);
  await expect(page.getByText("Tout est envoyé.")).toBeAttached();
  await page.getByRole("button", { name: "Photo 2 : dire ce qu’elle montre" }).click();
  await page.getByLabel("Que montre la photo 2 ?").fill("Le stand sous la pluie");
  await page.getByRole("button", { name: "Avancer la photo 2" }).click();
  await page.reload();
  await expect(page.getByRole("button", { name: "Photo 1 : modifier sa description" })).toBeVisible();
  await page.getByRole("button", { name: "Envoyer" }).click();
  await expect(page.getByRole("list", { name: "Photos du message" })).toHaveCount(0);

  const shown = log(samir.page).getByRole("link", { name: "Agrandir : Le stand sous la pluie" });
  await expect(shown).toBeVisible();
  await expect(log(samir.page).getByRole("link", { name: /^Agrandir/ })).toHaveCount(2);
  await shown.focus();
  await samir.page.keyboard.press("Enter");
  const slides = samir.page.getByRole("dialog", { name: "Photos du message" });
  await expect(slides.getByRole("status")).toContainText("1 sur 2 : Le stand sous la pluie");
  await samir.page.keyboard.press("ArrowRight");
  await expect(slides.getByRole("status")).toContainText("2 sur 2 : Photo sans description");
  await samir.page.keyboard.press("Escape");
  await expect(shown).toBeFocused();
  // The draft went with the message.
  await page.reload();
  await expect(bubble(page, "Bonjour Samir")).toBeVisible();
  await expect(page.getByRole("list", { name: "Photos du message" })).toHaveCount(0);
});

test("a file is given up, tried again, refused in words; pictures are pasted and files dropped", async ({
  browser,
}) => {
  const { louise, samir } = await talking(browser);
  const { page } = louise;
  const paper = (name: string, words: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(words) });
  await page.route("**/api/messages/fichiers", (route) => route.abort("connectionreset"));
  await chooseIn(page, "Joindre des fichiers").setInputFiles([paper("tract.txt", "Rendez-vous samedi.")]);
  await expect(page.getByText("L’envoi n’a pas abouti")).toBeVisible();
  await field(page).fill("Voici le tract");
  await page.getByRole("button", { name: "Envoyer" }).click();
  await expect(page.getByText("Un fichier n’est pas parti")).toBeVisible();
  await page.unroute("**/api/messages/fichiers");
  await page.getByRole("button", { name: "Réessayer" }).click();
  await expect(page.getByRole("button", { name: "Retirer tract.txt" })).toBeVisible();
  await chooseIn(page, "Joindre des fichiers").setInputFiles([paper("page.html", "<html>")]);
  await expect(page.getByText("Ce type de fichier n’est pas accepté")).toBeVisible();
  await page.getByRole("button", { name: "Retirer", exact: true }).click();

  const bytes = [...(await picture(3)).buffer];
  await field(page).evaluate((area, sent) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(sent)], "collée.png", { type: "image/png" }));
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, bytes);
  await expect(page.getByRole("button", { name: "Photo 1 : dire ce qu’elle montre" })).toBeVisible();
  await log(page).evaluate((region) => {
    const data = new DataTransfer();
    data.items.add(new File(["Une autre feuille."], "plan.txt", { type: "text/plain" }));
    for (const kind of ["dragover", "drop"])
      region.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole("button", { name: "Retirer plan.txt" })).toBeVisible();
  await expect(page.getByText("Tout est envoyé.")).toBeAttached();
  await page.getByRole("button", { name: "Envoyer" }).click();
  const there = bubble(samir.page, "Voici le tract");
  await expect(there.getByRole("link", { name: /\.txt/ })).toHaveCount(2);
  await expect(there.getByRole("link", { name: /^Agrandir/ })).toHaveCount(1);
});

test("a reported message is read by moderation with what surrounds it, which both are shown, and hidden at once", async ({
  browser,
}) => {
  const { louise, samir, id } = await talking(browser);
  for (const words of ["Un de trop.", "Deux.", "Trois.", "Des mots qui blessent.", "Quatre.", "Cinq."])
    await say(louise.page, words);
  await expect(bubble(samir.page, "Cinq.")).toBeVisible();
  const [message] = await query<{ id: string }>(
    "select id from message where conversation_id = $1 and body = 'Des mots qui blessent.'",
    [id],
  );
  await samir.page.goto(`/signaler/message/${message?.id}`);
  await samir.page.getByRole("radio").first().check();
  await samir.page.getByRole("button", { name: "Envoyer le signalement" }).click();
  await expect(samir.page.getByText(/Merci|arrivé/).first()).toBeVisible();

  const [found] = await query<{ id: string }>("select id from moderation_case where object_id = $1", [message?.id]);
  const awa = await enterAs(browser, "Awa");
  expect((await awa.goto(`/messages/${id}`))?.status()).toBe(404);
  await awa.goto("/moderation");
  await expect(awa.getByText("Message d’une conversation privée").first()).toBeVisible();
  await expect(awa.getByText("Des mots qui blessent.")).toHaveCount(0);
  await awa.goto(`/moderation/${found?.id}`);
  await expect(awa.getByText("Des mots qui blessent.")).toBeVisible();
  for (const words of ["Un de trop.", "Trois.", "Quatre.", "Cinq."]) await expect(awa.getByText(words)).toBeVisible();
  await expect(awa.getByText("Bonjour Samir")).toHaveCount(0);
  // One page, one reading.
  const readings = () => query("select 1 from message_access where message_id = $1", [message?.id]);
  expect(await readings()).toHaveLength(1);

  await louise.page.goto(`/messages/${id}/personnes`);
  await expect(louise.page.getByRole("heading", { name: "Ce que la modération a lu" })).toBeVisible();
  await louise.page.goto(`/messages/${id}`);
  await samir.page.goto(`/messages/${id}`);
  await expect(bubble(louise.page, "Des mots qui blessent.")).toBeVisible();
  await awa.getByRole("radio", { name: /Masquer/ }).check();
  await awa.getByRole("combobox", { name: /règle/i }).selectOption({ index: 1 });
  await awa.getByLabel("Explication").fill("On parle ici de la personne, pas de ses idées.");
  await awa.getByRole("button", { name: "Décider" }).click();
  for (const { page } of [louise, samir]) {
    await expect(log(page).getByText("Message masqué par la modération")).toBeVisible();
    await expect(log(page).getByText("Des mots qui blessent.")).toHaveCount(0);
  }
});

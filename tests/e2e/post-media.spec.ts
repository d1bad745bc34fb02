import type { Browser, Page } from "@playwright/test";
import sharp from "sharp";
import { mp4, secrets } from "../integration/videos.ts";
import { query } from "./database.ts";
import { expect, test } from "./fixtures.ts";
import { newcomer, visit } from "./steps.ts";

// Photos and videos of posts as a browser sends and shows them.

const colours = ["#b3123a", "#14694b", "#6d2f7a", "#8f5200", "#1e3a8a", "#444"] as const;
const picture = async (index: number, width = 1200, height = 800) => ({
  name: `photo-${index}.png`,
  mimeType: "image/png",
  buffer: await sharp({ create: { width, height, channels: 3, background: colours[index % colours.length] ?? "#000" } })
    .png()
    .toBuffer(),
});
const pictures = (count: number) => Promise.all(Array.from({ length: count }, (_, index) => picture(index)));

/** A member before the wall of her section’s group. */
async function onHerWall(browser: Browser): Promise<{ page: Page; hosts: Set<string> }> {
  const { page } = await newcomer(browser);
  const [group] = await query<{ id: string; slug: string }>(
    "select id, slug from member_group where place = 'national/15/15014'",
  );
  const hosts = new Set<string>();
  page.on("request", (request) => void hosts.add(new URL(request.url()).host));
  await page.goto(`/groupes/${group?.id}-${group?.slug}`);
  return { page, hosts };
}
const chooseIn = (page: Page, label: string) =>
  page.locator("label").filter({ hasText: label }).locator("input[type=file]");
const cardOf = (page: Page, words: string) =>
  page.getByRole("article", { name: /^Publication de/ }).filter({ hasText: words });

test("photos are sent while one writes, kept over a reload, described, ordered, and looked at by keyboard", async ({
  browser,
}) => {
  const { page } = await onHerWall(browser);
  await chooseIn(page, "Photos").setInputFiles(await pictures(3));
  await expect(page.getByText("Tout est envoyé.")).toBeAttached();
  await page.getByRole("textbox", { name: /^Publier dans/ }).fill("Au marché ce matin");
  await page.getByLabel("Que montre la photo 3 ?").fill("Le stand sous la pluie");
  await page.getByLabel("Que montre la photo 1 ?").fill("Une affiche");

  await page.reload();
  await expect(page.getByRole("textbox", { name: /^Publier dans/ })).toHaveValue("Au marché ce matin");
  await expect(page.getByLabel("Que montre la photo 3 ?")).toHaveValue("Le stand sous la pluie");

  for (const photo of [3, 2]) await page.getByRole("button", { name: `Monter la photo ${photo}` }).click();
  await expect(page.getByLabel("Que montre la photo 1 ?")).toHaveValue("Le stand sous la pluie");
  await page.getByRole("button", { name: "Publier" }).click();

  const card = cardOf(page, "Au marché ce matin");
  const first = card.getByRole("link", { name: "Agrandir : Le stand sous la pluie" });
  await expect(first).toBeVisible();
  await expect(card.getByRole("link", { name: /^Agrandir/ })).toHaveCount(3);

  await first.focus();
  await page.keyboard.press("Enter");
  const slides = page.getByRole("dialog", { name: "Photos de la publication" });
  const said = slides.getByRole("status");
  await expect(said).toContainText("1 sur 3 : Le stand sous la pluie");
  for (const [key, expected] of [
    ["ArrowRight", "2 sur 3 : Une affiche"],
    ["End", "3 sur 3 : Photo sans description"],
    ["ArrowRight", "1 sur 3"],
    ["ArrowLeft", "3 sur 3"],
    ["Home", "1 sur 3"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(said).toContainText(expected);
  }
  await page.keyboard.press("Escape");
  await expect(slides).toHaveCount(0);
  await expect(first).toBeFocused();
});

test("a sending is given up, or tried again; what is refused says why, and nothing leaves before all has arrived", async ({
  browser,
}) => {
  const { page } = await onHerWall(browser);
  let held: (() => Promise<void>)[] = [];
  await page.route("**/api/publications/photos", (route) => {
    held.push(() => route.continue());
  });
  const composer = page.getByRole("textbox", { name: /^Publier dans/ });
  await composer.fill("Deux essais");
  await chooseIn(page, "Photos").setInputFiles(await pictures(2));
  await expect(page.getByRole("progressbar", { name: "Envoi de photo-0.png" })).toBeVisible();
  await page.getByRole("button", { name: "Publier" }).click();
  await expect(page.getByText("L’envoi n’est pas fini")).toBeVisible();
  await page.getByRole("button", { name: "Annuler l’envoi de photo-0.png" }).click();
  await expect(page.getByRole("progressbar", { name: "Envoi de photo-0.png" })).toHaveCount(0);
  await page.unroute("**/api/publications/photos");
  for (const go of held) await go().catch(() => {});
  held = [];
  await expect(page.getByText("Tout est envoyé.")).toBeAttached();

  await page.route("**/api/publications/photos", (route) => route.abort("connectionreset"));
  await chooseIn(page, "Photos").setInputFiles([await picture(3)]);
  await expect(page.getByText("L’envoi n’a pas abouti")).toBeVisible();
  await page.unroute("**/api/publications/photos");
  await page.getByRole("button", { name: "Réessayer" }).click();
  await expect(page.getByText("Tout est envoyé.")).toBeAttached();

  const page_ = { name: "affiche.png", mimeType: "image/png", buffer: Buffer.from("<svg/>") };
  await chooseIn(page, "Photos").setInputFiles([page_]);
  await expect(page.getByText("Choisis une image JPEG, PNG, WebP, AVIF ou GIF.")).toBeVisible();
  await page.getByRole("button", { name: "Retirer", exact: true }).click();
  await page.getByRole("button", { name: "Publier" }).click();
  await expect(cardOf(page, "Deux essais").getByRole("link", { name: /^Agrandir/ })).toHaveCount(2);
});

/** A second of a moving square, as this browser records it. */
const recorded = (page: Page, type: string) =>
  page.evaluate(async (mime) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 160, height: 90 });
    const pen = canvas.getContext("2d");
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: mime });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const over = new Promise((done) => {
      recorder.onstop = done;
    });
    recorder.start(200);
    for (let frame = 0; frame < 60; frame++) {
      if (pen) pen.fillStyle = `hsl(${frame * 6} 80% 50%)`;
      pen?.fillRect(0, 0, 160, 90);
      await new Promise((next) => requestAnimationFrame(next));
    }
    recorder.stop();
    await over;
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
  }, type);

for (const [type, name] of [
  ["video/webm;codecs=vp8", "film.webm"],
  ["video/mp4;codecs=vp9", "film.mp4"],
] as const)
  test(`a video (${type}) loses what it says of its making and plays, from any place, from here alone`, async ({
    browser,
  }) => {
    const { page, hosts } = await onHerWall(browser);
    const bytes = await recorded(page, type);
    const film = { name, mimeType: type.split(";")[0] ?? "", buffer: Buffer.from(bytes) };
    await chooseIn(page, "Vidéo").setInputFiles([film]);
    await expect(page.getByText("Prête.")).toBeVisible();
    await page.getByRole("textbox", { name: /^Publier dans/ }).fill(`Le film du tractage, ${name}`);
    await page.getByRole("button", { name: "Publier" }).click();
    const video = cardOf(page, `Le film du tractage, ${name}`).locator("video");
    await expect(video).toBeVisible();
    const played = await video.evaluate(async (element: HTMLVideoElement) => {
      element.muted = true;
      await element.play();
      await new Promise<void>((done) => {
        element.ontimeupdate = () => element.currentTime > 0.2 && done();
      });
      element.pause();
      return { width: element.videoWidth, at: element.currentTime };
    });
    expect(played.width).toBe(160);
    const address = (await video.getAttribute("src")) ?? "";
    const part = await page.request.get(address, { headers: { range: "bytes=0-99" } });
    expect([part.status(), (await part.body()).length]).toEqual([206, 100]);
    expect((await (await visit(browser)).request.get(address)).status()).toBe(404);
    expect([...hosts]).toEqual([new URL(page.url()).host]);
  });

test("a video that is no video is refused in words; one that cannot be played may be saved", async ({ browser }) => {
  const { page } = await onHerWall(browser);
  const send = (buffer: Buffer) =>
    chooseIn(page, "Vidéo").setInputFiles([{ name: "a.mp4", mimeType: "video/mp4", buffer }]);
  await send(Buffer.from("<html>".repeat(50)));
  await expect(page.getByText("Choisis une vidéo MP4 ou WebM.")).toBeVisible();
  await page.getByRole("button", { name: "Retirer", exact: true }).click();
  await send(mp4({ data: true, moovLast: true }).file);
  await expect(page.getByText("Prête.")).toBeVisible();
  await page.getByRole("textbox", { name: /^Publier dans/ }).fill("Un film illisible");
  await page.getByRole("button", { name: "Publier" }).click();
  const card = cardOf(page, "Un film illisible");
  await card.locator("video").evaluate((element: HTMLVideoElement) => element.play().catch(() => {}));
  const link = card.getByRole("link", { name: /La télécharger/ });
  await expect(link).toBeVisible();
  const saved = await page.request.get((await link.getAttribute("href")) ?? "");
  const body = await saved.body();
  expect(secrets.filter((words) => body.includes(words))).toEqual([]);
});

test("a video elsewhere is a card that leads there: nothing is asked of there from here", async ({ browser }) => {
  const { page, hosts } = await onHerWall(browser);
  await page.getByRole("button", { name: "Lien vidéo" }).click();
  const field = page.getByLabel("Lien de la vidéo");
  await field.fill("https://evil.example/video");
  await expect(page.getByText("Ce lien n’est pas celui d’une vidéo")).toBeVisible();
  await field.fill("https://youtu.be/dQw4w9WgXcQ?si=suivi");
  await expect(page.getByText("Vidéo sur YouTube.")).toBeVisible();
  await page.getByRole("textbox", { name: /^Publier dans/ }).fill("À regarder");
  await page.getByRole("button", { name: "Publier" }).click();
  const link = cardOf(page, "À regarder").getByRole("link", { name: /Voir la vidéo sur YouTube/ });
  await expect(link).toHaveAttribute("href", "https://www.youtube.com/watch?v=dQw4w9WgXcQ");
  await expect(link).toHaveAttribute("target", "_blank");
  await expect(link).toHaveAttribute("rel", /noopener noreferrer/);
  expect([...hosts]).toEqual([new URL(page.url()).host]);
});

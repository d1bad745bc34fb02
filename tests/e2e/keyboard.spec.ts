import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { expect, test } from "./fixtures.ts";
import { named, newcomer } from "./steps.ts";

// With the keyboard alone: not one click, and what has the focus is always seen to have it.

/** Goes forward, key by key, until this has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  const hasFocus = () => wanted.evaluate((element) => element === document.activeElement);
  for (let tabs = 0; tabs < 60 && !(await hasFocus()); tabs++) await page.keyboard.press("Tab");
  await expect(wanted).toBeFocused();
}

test("with the keyboard alone somebody is found by a part of her name, and her profile opened", async ({ browser }) => {
  const { page } = await newcomer(browser);
  const found = await newcomer(browser, { name: named("Zoé") });
  const [, family = ""] = found.name.split(" ");
  await page.goto("/membres");
  const search = page.getByRole("combobox", { name: /nom/i });
  await tabTo(page, search);
  await page.keyboard.type(`zoe ${family.slice(0, 5).toLowerCase()}`); // without its accent
  const option = page.getByRole("option", { name: found.name });
  await expect(option).toBeVisible();
  await expect(option).toHaveAttribute("aria-selected", "false");
  await page.keyboard.press("ArrowDown");
  await expect(option).toHaveAttribute("aria-selected", "true");
  await expect(search).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(option).toBeHidden();
  await page.keyboard.press("ArrowDown");
  await expect(option).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/membres/${found.id}-`));
  await expect(page.getByRole("heading", { level: 1, name: found.name })).toBeVisible();
});

test("with the keyboard alone a photo is framed and put in place", async ({ browser }) => {
  const { page } = await newcomer(browser);
  await page.goto("/compte/profil");
  const buffer = await sharp({ create: { width: 640, height: 960, channels: 3, background: "#7a3" } })
    .jpeg()
    .toBuffer();
  const file = page.getByLabel("Choisir une photo");
  await tabTo(page, file);
  await file.setInputFiles({ name: "moi.jpg", mimeType: "image/jpeg", buffer }); // the window that chooses is the system's
  const frame = page.getByLabel(/^Cadrage de la photo/);
  const picture = page.getByRole("main").locator("img[src^='blob:']");
  await expect(picture).toBeVisible();
  const placed = () => picture.evaluate((image) => getComputedStyle(image).transform);
  const before = await placed();
  await page.keyboard.press("Shift+Tab"); // the frame stands above the field
  const zoom = page.getByRole("slider", { name: "Zoom" });
  await expect(zoom).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(zoom).toHaveValue("1.2");
  await page.keyboard.press("Shift+Tab");
  await expect(frame).toBeFocused();
  for (let steps = 0; steps < 3; steps++) await page.keyboard.press("ArrowUp");
  await expect.poll(placed).not.toBe(before);
  await tabTo(page, page.getByRole("button", { name: "Mettre cette photo" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Ta photo est en place.").last()).toBeVisible();
  await expect(page.getByText("C’est toi. Les autres te reconnaîtront.")).toBeVisible();
});

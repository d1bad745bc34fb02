import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { newId } from "../../src/core/ids.ts";
import { DESK, expectNoBarrier, PHONE } from "./barriers.ts";
import { query } from "./database.ts";
import { expect, test } from "./fixtures.ts";
import { runJob } from "./jobs.ts";
import { findMail } from "./mail.ts";
import { debateAt, enterAs, type Newcomer, newcomer, visit } from "./steps.ts";

const bell = (page: Page) => page.locator("summary").filter({ hasText: "Notifications" });
const bellSays = (page: Page, words: string) => expect(bell(page)).toContainText(words);
const unread = (page: Page) => page.getByRole("listitem").filter({ hasText: /Non lue(?!s)/ });

/** A coopain of somebody, who did something that she is told of: a line of her centre. */
async function tellOf(somebody: Newcomer, kind = "coopain.accepted"): Promise<string> {
  const [id, now] = [newId(), new Date()];
  await query(
    `with tied as (insert into coopain (member_id, other_id, since) values ($2, 'cast00000001', $4), ('cast00000001', $2, $4)
       on conflict do nothing)
     insert into notice (id, member_id, kind, topic, key, subject, subject_id, actor_id, ids, first_at, at, in_app, mail)
     values ($1, $2, $3, '', $1, 'coopain', 'cast00000001', 'cast00000001', '{}', $4, $4, true, 'never')`,
    [id, somebody.id, kind, now],
  );
  return id;
}

/** The header that mail programs end mails by, of the newest mail to somebody. */
async function oneClickOf(email: string): Promise<string> {
  const folder = process.env.E2E_MAIL_DIR ?? "";
  const names = (await readdir(folder)).filter((name) => name.endsWith(".eml")).sort();
  for (const name of names.reverse()) {
    const head =
      (await readFile(join(folder, name), "utf8")).split(/\r?\n\r?\n/)[0]?.replace(/\r?\n[ \t]+/g, " ") ?? "";
    if (!head.includes(email)) continue;
    expect(head).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\s*$/im);
    return /^List-Unsubscribe: <([^>]+)>/im.exec(head)?.[1] ?? "";
  }
  return "";
}

test("what happens is told on every screen, then by mail, which one click ends", async ({ browser, request }) => {
  const her = await newcomer(browser, {}, DESK);
  await her.page.goto("/accueil");
  const other = await her.page.context().newPage();
  await other.goto("/agenda");
  await expect(bell(her.page)).not.toContainText("non lue");

  // Somebody asks to be her coopain: both screens say so, by themselves.
  const asking = await newcomer(browser, {}, DESK);
  await query("insert into profile (member_id, card_for, updated_at) values ($1, 'members', now())", [her.id]);
  await asking.page.goto(`/membres/${her.id}`);
  await asking.page.getByText("Demander à être coopains").click();
  await asking.page.getByRole("button", { name: "Envoyer" }).click();
  for (const page of [her.page, other]) await bellSays(page, "1 non lue");

  // By keyboard: the bell opens, says it, and closes where it was.
  await bell(other).focus();
  await other.keyboard.press("Enter");
  const line = other.getByRole("link", { name: new RegExp(`${asking.name} te demande en coopain`) });
  await expect(line).toBeVisible();
  await expectNoBarrier(other, "the open bell");
  await other.keyboard.press("Escape");
  await expect(line).toBeHidden();
  await expect(bell(other)).toBeFocused();

  // A minute later nobody read it: one mail.
  await query(
    "update notice set first_at = first_at - interval '2 minutes', at = at - interval '2 minutes' where member_id = $1",
    [her.id],
  );
  await runJob("notifications.write-waiting");
  await findMail(
    her.email,
    ({ text }) => text.includes(asking.name) && text.includes("coopain"),
    "the mail of a notice",
  );

  // Her mail program ends them: from nowhere, without a cookie. Nothing else takes what comes from nowhere.
  const url = await oneClickOf(her.email);
  expect(url).toMatch(/\/api\/desabonnement\/[0-9a-z]{38}$/);
  const anywhere = { origin: "https://mail.example", cookie: "" };
  const form = { "List-Unsubscribe": "One-Click" };
  const choices = () => query<{ mail: string }>("select mail from notice_choice where member_id = $1", [her.id]);
  expect((await request.get(url, { maxRedirects: 0 })).status()).toBe(307);
  expect(await choices()).toEqual([]);
  expect((await request.post("/api/notifications/lu", { headers: anywhere, data: { all: true } })).status()).toBe(403);
  expect((await request.post(url.replace("/api", ""), { headers: anywhere, form })).status()).toBe(403);
  expect((await request.post(url, { headers: anywhere, form })).status()).toBe(204);
  expect(await choices()).toEqual([{ mail: "never" }]);
  const signedOut = await visit(browser, PHONE);
  await signedOut.goto(url);
  await expect(signedOut.getByRole("heading", { level: 1 })).toHaveText("C’est fait");

  // The line itself stays, and being where it is about reads it, on all her screens.
  await bell(her.page).click();
  await her.page
    .locator("details[open]")
    .getByRole("link", { name: /te demande en coopain/ })
    .click();
  await expect(her.page).toHaveURL(/\/coopains$/);
  for (const page of [her.page, other]) await expect(bell(page)).not.toContainText("non lue");
});

test("the centre is read, and what comes is chosen, without JavaScript", async ({ browser }) => {
  const her = await newcomer(browser, {}, { ...PHONE, javaScriptEnabled: false });
  const { page } = her;
  await page.goto("/notifications");
  await expect(page.getByText("Rien pour l’instant")).toBeVisible();
  for (let n = 0; n < 3; n++) await tellOf(her);
  await page.goto("/accueil");
  await page.getByRole("link", { name: "Notifications, 3 non lues" }).click();
  await expect(unread(page)).toHaveCount(3);
  await page.goto("/notifications?voir=non-lues");
  const line = unread(page).first();
  await line.getByText("Pourquoi je reçois ceci").click();
  await expect(line.getByText("Tu avais demandé cette personne en coopain.")).toBeVisible();
  await line.getByRole("button", { name: "Ne plus me prévenir de ceci" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Notifications");
  await page.getByRole("button", { name: "Tout marquer comme lu" }).click();
  await page.goto("/notifications");
  await expect(unread(page)).toHaveCount(0);

  await page.goto("/compte/notifications");
  const accepted = page.getByRole("group", { name: "Ta demande est acceptée" });
  await expect(accepted.getByRole("checkbox")).not.toBeChecked();
  await expect(accepted.getByRole("combobox")).toHaveValue("never");
  await accepted.getByRole("checkbox").check();
  await accepted.getByRole("combobox").selectOption("weekly");
  await page.getByRole("form", { name: "Coopains" }).getByRole("button", { name: "Enregistrer" }).click();
  await expect(accepted.getByRole("checkbox")).toBeChecked();
  await expect(accepted.getByRole("combobox")).toHaveValue("weekly");
  await page.getByRole("button", { name: "Aucun e-mail" }).click();
  await expect(page.getByText("C’est fait : tes e-mails suivent ce rythme.")).toBeVisible();
  await expect(accepted.getByRole("combobox")).toHaveValue("never");
});

test("a debate is muted where it stands, and heard again", async ({ browser }) => {
  const { page } = await newcomer(browser, {}, DESK);
  const debate = await debateAt("transports du quotidien");
  await page.goto(debate);
  await page.getByRole("button", { name: "Mettre ce débat en sourdine" }).click();
  await expect(page.getByRole("button", { name: "Réentendre parler de ce débat" })).toBeVisible();
  await page.goto("/compte/notifications");
  const muted = page.getByRole("region", { name: "En sourdine" });
  await expect(muted.getByRole("listitem")).toContainText("transports du quotidien");
  await muted.getByRole("button").click();
  await expect(muted.getByText("Rien.")).toBeVisible();
});

test("a link that nobody made leads nowhere, as any page that is not there", async ({ browser }) => {
  const page = await visit(browser, PHONE);
  const absent = await page.goto("/nulle-part");
  const body = await page.getByRole("main").textContent();
  const made = await page.goto(`/desabonnement/${"0".repeat(38)}`);
  expect([absent?.status(), made?.status()]).toEqual([404, 404]);
  expect(await page.getByRole("main").textContent()).toBe(body);
});

test("the centre and its choices have no barrier, on a phone and on a desk", async ({ browser }) => {
  for (const screen of [PHONE, DESK]) {
    const page = await enterAs(browser, "Inès", screen);
    for (const path of ["/notifications", "/notifications?famille=debats", "/compte/notifications"]) {
      await page.goto(path);
      for (const why of await page.getByText("Pourquoi je reçois ceci").all()) await why.click();
      await expectNoBarrier(page, `${path} at ${screen.viewport.width}`);
    }
    await page.context().close();
  }
});

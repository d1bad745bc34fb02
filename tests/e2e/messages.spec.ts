import type { Browser, Page } from "@playwright/test";
import { DESK, expectNoBarrier, PHONE } from "./barriers.ts";
import { query } from "./database.ts";
import { expect, test } from "./fixtures.ts";
import { named, newcomer, RIOM } from "./steps.ts";

// Messages as people live them: a request, a conversation of two and of several, what is written off line, without JavaScript.

const field = (page: Page) => page.getByRole("textbox", { name: "Ton message" });
const log = (page: Page) => page.getByRole("region", { name: "Messages", exact: true });
const bubble = (page: Page, words: string) => log(page).getByRole("listitem").filter({ hasText: words });

/** The page has come to life, and its room is joined: only then does it offer to suspend it. */
async function isOpen(page: Page): Promise<void> {
  await page.locator("summary", { hasText: "Autres actions sur la conversation" }).click();
  await expect(page.getByRole("button", { name: "Suspendre le direct" })).toBeVisible();
  await page.keyboard.press("Escape");
}

async function say(page: Page, words: string): Promise<void> {
  await field(page).fill(words);
  await page.getByRole("button", { name: "Envoyer" }).click();
  await expect(field(page)).toHaveValue("");
}

/** Two who are coopains: they write to each other freely. */
async function tie(...ids: string[]): Promise<void> {
  for (const [one, other] of ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b] as const)))
    await query(
      "insert into coopain (member_id, other_id, since) values ($1, $2, now()), ($2, $1, now()) on conflict do nothing",
      [one, other],
    );
}

/** Whoever wants to be found by whoever looks. */
const findable = (id: string) =>
  query(
    `insert into profile (member_id, card_for, updated_at) values ($1, 'members', now())
     on conflict (member_id) do update set card_for = 'members'`,
    [id],
  );

async function start(page: Page, ids: readonly string[], words: string, name?: string): Promise<string> {
  await page.goto(`/messages/nouveau?${ids.map((id) => `a=${id}`).join("&")}`);
  if (name) await page.getByLabel(/Un nom/).fill(name);
  await field(page).fill(words);
  await page.getByRole("button", { name: "Envoyer" }).click();
  await expect(page).toHaveURL(/\/messages\/[0-9a-z]{12}$/);
  return page.url();
}

async function pair(browser: Browser, options = {}) {
  const louise = await newcomer(browser, { name: named("Louise"), commune: RIOM }, options);
  const samir = await newcomer(browser, { name: named("Samir"), commune: RIOM }, options);
  return { louise, samir };
}

test("a stranger's request is accepted; both type, read, send a file, and what is written off line arrives", async ({
  browser,
}) => {
  const asking = named("Simone");
  const simone = await newcomer(browser, { name: asking }); // of another section
  const louise = await newcomer(browser, { name: named("Louise"), commune: RIOM });
  const third = await newcomer(browser, { name: named("Tierce"), commune: RIOM });
  // Who writes, reads and is there is told to those who see the person.
  await Promise.all([findable(louise.id), findable(simone.id)]);

  const at = await start(simone.page, [louise.id], "Bonjour, nous étions au marché ensemble.");
  await expect(simone.page.getByText("Ta demande est envoyée")).toBeVisible();
  await expect(field(simone.page)).toHaveCount(0);
  expect((await third.page.goto(at))?.status()).toBe(404);

  await louise.page.goto("/messages");
  await expect(louise.page.getByText(asking)).toHaveCount(0); // not among one's conversations before one said yes
  await louise.page.getByRole("link", { name: /^Demandes/ }).click();
  await louise.page.getByRole("link", { name: asking }).click();
  await expect(louise.page.getByText(/veut t’écrire/)).toBeVisible();
  await louise.page.getByRole("button", { name: "Accepter" }).click();
  await expect(field(louise.page)).toBeVisible();
  await simone.page.reload();
  await isOpen(simone.page);
  await isOpen(louise.page);

  // Typing is told by name, and stops with the message.
  await field(louise.page).pressSequentially("Oui, je m’en souviens");
  await expect(simone.page.getByText(/^Louise écrit…$/)).toBeVisible();
  await louise.page.getByRole("button", { name: "Envoyer" }).click();
  await expect(bubble(simone.page, "Oui, je m’en souviens")).toBeVisible();
  await expect(simone.page.getByText(/^Louise écrit…$/)).toHaveCount(0);
  await expect(bubble(louise.page, "Oui, je m’en souviens").getByText("Lu", { exact: true })).toBeVisible();

  // A file.
  await simone.page
    .getByLabel("Joindre des fichiers")
    .first()
    .setInputFiles({ name: "tract.txt", mimeType: "text/plain", buffer: Buffer.from("Rendez-vous samedi.") });
  await expect(simone.page.getByRole("button", { name: "Retirer tract.txt" })).toBeVisible();
  await say(simone.page, "Voici le tract");
  const file = bubble(louise.page, "Voici le tract").getByRole("link", { name: /tract\.txt/ });
  await expect(file).toBeVisible();
  const address = (await file.getAttribute("href")) ?? "";
  expect(await (await louise.page.request.get(address)).text()).toBe("Rendez-vous samedi.");
  expect((await third.page.request.get(address)).status()).toBe(404);

  // Off line: it waits where one sees it, survives a reload of nothing, and leaves by itself.
  await simone.page.context().setOffline(true);
  await field(simone.page).fill("Écrit dans le tunnel");
  await simone.page.getByRole("button", { name: "Envoyer" }).click();
  await expect(simone.page.getByText("En attente du réseau")).toBeVisible();
  await expect(bubble(louise.page, "Écrit dans le tunnel")).toHaveCount(0);
  await simone.page.context().setOffline(false);
  await expect(bubble(louise.page, "Écrit dans le tunnel")).toHaveCount(1);
  await expect(simone.page.getByText("En attente du réseau")).toHaveCount(0);
  await expect(bubble(simone.page, "Écrit dans le tunnel")).toHaveCount(1);
});

test("the count in the frame, the list and the title follow in every tab", async ({ browser }) => {
  const { louise, samir } = await pair(browser, DESK);
  const third = await newcomer(browser, { name: named("Tierce"), commune: RIOM }, DESK);
  const at = await start(samir.page, [louise.id], "Tu viens samedi ?");
  await start(louise.page, [third.id], "Et toi, dimanche ?");
  await louise.page.goto("/agenda");
  const other = await louise.page.context().newPage();
  await other.goto("/messages");
  const both = new RegExp(`${samir.name}|${third.name}`);
  const lines = other.getByRole("listitem").filter({ has: other.getByRole("link", { name: both }) });
  await expect(lines).toHaveText([/Et toi, dimanche/, /Tu viens samedi/]);
  await expect(louise.page).toHaveTitle(/^\(1\) /);
  // What moves comes first, with its last words, in the tab where nothing was done.
  await say(samir.page, "Réponds-moi vite");
  await expect(lines).toHaveText([/Réponds-moi vite/, /Et toi, dimanche/]);
  await expect(other.getByText("2 messages non lus")).toBeAttached();
  await other.goto(at);
  await expect(bubble(other, "Réponds-moi vite")).toBeVisible();
  await expect(louise.page).not.toHaveTitle(/^\(/);
  // What she writes herself is in the list beside it too.
  await say(other, "J’arrive à neuf heures");
  await expect(other.getByText(/^Toi\s:\sJ’arrive à neuf heures$/)).toBeVisible();
});

test("a message is edited, answered, deleted for all, and found again", async ({ browser }) => {
  const { louise, samir } = await pair(browser, DESK);
  const at = await start(samir.page, [louise.id], "On se retrouve à la Hâlle aux blés");
  await louise.page.goto(at);
  await isOpen(louise.page);
  await isOpen(samir.page);

  const act = async (page: Page, words: string, name: string) => {
    await bubble(page, words).hover();
    await bubble(page, words).locator("summary").click();
    await bubble(page, words).getByRole("button", { name }).click();
  };
  await act(samir.page, "On se retrouve", "Modifier");
  const editor = samir.page.getByRole("form", { name: "Modifier ton message" }).getByRole("textbox");
  await editor.fill("On se retrouve à 9 h à la Halle aux blés");
  await samir.page.keyboard.press("Enter");
  await expect(bubble(louise.page, "à 9 h à la Halle")).toBeVisible();
  await expect(bubble(louise.page, "à 9 h à la Halle").getByText("modifié")).toBeVisible();

  await act(louise.page, "à 9 h à la Halle", "Répondre");
  await louise.page.keyboard.type("J’apporte le café");
  await louise.page.keyboard.press("Enter");
  await expect(bubble(samir.page, "J’apporte le café").getByText("On se retrouve à 9 h")).toBeVisible();

  await say(louise.page, "Une bêtise que je regrette");
  await act(louise.page, "Une bêtise", "Supprimer pour tout le monde");
  await louise.page.getByRole("dialog").getByRole("button", { name: "Supprimer" }).click();
  await expect(log(samir.page).getByText("Message supprimé")).toBeVisible();
  await expect(samir.page.getByText("Une bêtise")).toHaveCount(0);

  await samir.page.goto("/messages/recherche?q=hAlle+bles");
  await samir.page.getByRole("main").getByRole("link", { name: louise.name }).last().click();
  await expect(samir.page).toHaveURL(/autour=1/);
  await expect(bubble(samir.page, "à 9 h à la Halle").first()).toBeVisible();
  await samir.page.goto("/messages/recherche?q=bêtise");
  await expect(samir.page.getByText("Rien ne contient")).toBeVisible();
});

test("several: named, somebody is added and reads from then on, is taken out, another leaves", async ({ browser }) => {
  const { louise, samir } = await pair(browser, DESK);
  const ines = await newcomer(browser, { name: named("Inès"), commune: RIOM }, DESK);
  await tie(louise.id, samir.id, ines.id);
  const at = await start(louise.page, [samir.id, ines.id], "Qui tient la table samedi ?", "Marché de samedi");
  const people = `${at}/personnes`;

  await louise.page.goto(people);
  const line = louise.page.getByRole("listitem").filter({ hasText: ines.name });
  await line.locator("summary").click();
  await line.getByRole("button", { name: /^Retirer Inès/ }).click();
  await expect(line).toHaveCount(0);
  expect((await ines.page.goto(at))?.status()).toBe(404);

  await samir.page.goto(at);
  await isOpen(samir.page);
  await say(samir.page, "Elle n’a pas à lire ceci");
  await louise.page.locator("#nouvelle-personne").pressSequentially(ines.name.slice(0, 12));
  await louise.page.getByRole("button", { name: `Ajouter ${ines.name}` }).click();
  await expect(louise.page.getByRole("listitem").filter({ hasText: ines.name }).first()).toBeVisible();
  await expect(samir.page.getByText(/a ajouté Inès/)).toBeVisible();
  await say(samir.page, "Bienvenue Inès");
  await ines.page.goto(at);
  await expect(bubble(ines.page, "Bienvenue Inès")).toBeVisible();
  await expect(ines.page.getByText("Elle n’a pas à lire ceci")).toHaveCount(0);
  await expect(ines.page.getByText("Qui tient la table")).toHaveCount(0);

  await ines.page.goto(people);
  await ines.page.locator("summary", { hasText: "Quitter la conversation" }).click();
  await ines.page.getByRole("button", { name: "Quitter la conversation" }).last().click();
  await expect(ines.page).toHaveURL(/\/messages$/);
  expect((await ines.page.goto(at))?.status()).toBe(404);
  await expect(samir.page.getByText(/Inès .* a quitté la conversation/)).toBeVisible();
});

test("a block closes the writing between two, and leaves what was said", async ({ browser }) => {
  const { louise, samir } = await pair(browser, DESK);
  const at = await start(samir.page, [louise.id], "Salut Louise");
  await louise.page.goto(`${at}/personnes`);
  await louise.page.locator("summary", { hasText: "Bloquer" }).click();
  await louise.page.getByRole("button", { name: /^Bloquer Samir/ }).click();
  await expect(louise.page).toHaveURL(/\/coopains/);
  await samir.page.goto(at);
  await expect(bubble(samir.page, "Salut Louise")).toBeVisible();
  await expect(field(samir.page)).toHaveCount(0);
  await expect(samir.page.getByText("Tu ne peux pas écrire à cette personne pour le moment")).toBeVisible();
});

test("without JavaScript one reads, writes a first message, and answers", async ({ browser }) => {
  const { louise, samir } = await pair(browser, { ...PHONE, javaScriptEnabled: false });
  const at = await start(samir.page, [louise.id], "Sans rien d’autre qu’une page");
  await expect(bubble(samir.page, "Sans rien d’autre")).toBeVisible();
  await louise.page.goto("/messages");
  await louise.page.getByRole("link", { name: samir.name }).click();
  await expect(louise.page).toHaveURL(at);
  await field(louise.page).fill("Reçu, par un formulaire");
  await louise.page.getByRole("button", { name: "Envoyer" }).click();
  await expect(bubble(louise.page, "Reçu, par un formulaire")).toBeVisible();
  await samir.page.reload();
  await expect(bubble(samir.page, "Reçu, par un formulaire")).toHaveCount(1);
});

for (const [screen, options] of [
  ["a phone", PHONE],
  ["a desk", DESK],
] as const)
  test(`messages are without barriers on ${screen}`, async ({ browser }) => {
    const { louise, samir } = await pair(browser, options);
    const at = await start(samir.page, [louise.id], "Un **rendez-vous** : https://example.org/plan");
    await louise.page.goto(at);
    await isOpen(louise.page);
    await say(louise.page, "J’y serai");
    await expect(bubble(louise.page, "J’y serai")).toBeVisible();
    await expectNoBarrier(louise.page, "a conversation");
    await bubble(louise.page, "rendez-vous").locator("summary").click();
    await expectNoBarrier(louise.page, "a conversation, with a menu open");
    for (const place of [
      "/messages",
      "/messages/demandes",
      "/messages?boite=non-lues",
      "/messages/nouveau",
      `/messages/nouveau?a=${samir.id}&a=cast00000001`,
      "/messages/recherche?q=rendez",
      `${at}/personnes`,
    ]) {
      await louise.page.goto(place);
      await expectNoBarrier(louise.page, place);
    }
  });

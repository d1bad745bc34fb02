import type { Browser, Page } from "@playwright/test";
import { newId } from "../../src/core/ids.ts";
import { PHONE } from "./barriers.ts";
import { query } from "./database.ts";
import { expect, test } from "./fixtures.ts";
import { named, newcomer, visit } from "./steps.ts";

// The inbox that those in charge of a section share, and what they write to all its members. One section for each test:
// a section's inbox is everybody's who leads it.

const field = (page: Page) => page.getByRole("textbox", { name: "Ton message" });
const log = (page: Page) => page.getByRole("region", { name: "Messages", exact: true });

type Place = { commune: string; scope: string; name: string };
/** A section where nobody lives yet: each test has one of its own. */
async function emptySection(): Promise<Place> {
  const [row] = await query<Place>(
    `select c.code as commune, s.scope, s.name from section s join commune c on c.section_id = s.id
     where c.kind = 'commune' and s.name = c.name and not exists (select 1 from member m where m.section_id = s.id)
       and not exists (select 1 from mandate g where g.scope = s.scope)
     order by random() limit 1`,
    [],
  );
  if (!row) throw new Error("somebody lives in every section");
  return row;
}

/** Somebody who leads a section, her second factor given. */
async function leaderOf(browser: Browser, { commune, scope }: Place, name: string, options = {}) {
  const leader = await newcomer(browser, { name: named(name), claim: "adherent", commune }, options);
  await query("update session set second_factor_at = now() where member_id = $1", [leader.id]);
  await query(
    "insert into mandate (id, member_id, role, scope, begins_at, given_at) values ($1, $2, 'section_leader', $3, now(), now())",
    [newId(), leader.id, scope],
  );
  return leader;
}

const inboxOf = ({ scope }: Place) => `/gestion${scope.replace("national", "")}/messages`;

async function say(page: Page, words: string): Promise<void> {
  await field(page).fill(words);
  await page.getByRole("button", { name: "Envoyer" }).click();
  await expect(log(page)).toContainText(words);
}

test("a member writes to her section: a second leader answers, and each sees what the other does", async ({
  browser,
}) => {
  const place = await emptySection();
  const [louise, basile] = [await leaderOf(browser, place, "Louise"), await leaderOf(browser, place, "Basile")];
  const nora = await newcomer(browser, { name: named("Nora"), commune: place.commune }, PHONE);

  await basile.page.goto(inboxOf(place));
  await expect(basile.page.getByText("Personne n’attend de réponse")).toBeVisible();

  await nora.page.goto(`/messages/nouveau?lieu=${place.scope}`);
  await expect(nora.page.getByRole("heading", { level: 1 })).toHaveText(`Écrire à la section ${place.name}`);
  await expect(nora.page.getByText("Les responsables de la section te lisent")).toBeVisible();
  await field(nora.page).fill("Où se retrouve-t-on samedi ?");
  await nora.page.getByRole("button", { name: "Envoyer" }).click();
  await expect(nora.page).toHaveURL(/\/messages\/[0-9a-z]{12}$/);
  const conversation = nora.page.url();

  // It comes into the inbox of who has it open.
  await basile.page.getByRole("link", { name: nora.name }).click();
  await expect(basile.page).toHaveURL(conversation);
  await say(basile.page, "Devant la mairie, à 9 h.");
  await expect(log(nora.page)).toContainText("Devant la mairie, à 9 h.");
  await expect(log(nora.page)).toContainText(basile.name);

  // The other leader finds it answered, by whom, and goes on.
  await louise.page.goto(inboxOf(place));
  await expect(louise.page.getByText("Personne n’attend de réponse")).toBeVisible();
  await louise.page.getByRole("link", { name: "Toutes" }).click();
  const row = louise.page.getByRole("main").getByRole("listitem").filter({ hasText: nora.name });
  await expect(row).toContainText("Devant la mairie");
  await expect(row).toContainText(`Pour ${basile.name}`);
  await row.getByRole("link").click();
  await expect(louise.page.getByText(`Répondu par ${basile.name}`)).toBeVisible();
  await say(louise.page, "J’apporte le café.");
  await expect(log(basile.page)).toContainText("J’apporte le café.");
  await expect(log(nora.page)).toContainText(louise.name);

  // Basile entrusts it to her: both read it in the conversation.
  await basile.page.getByLabel("Confiée à").selectOption({ label: louise.name });
  await basile.page.getByRole("button", { name: "Confier" }).click();
  await expect(log(louise.page)).toContainText(`${basile.name} t’a confié cette conversation`);

  // Who is not needed there mutes it, and reads what she did.
  await basile.page.goto(`${conversation}/personnes`);
  await basile.page.getByRole("button", { name: "Mettre en sourdine" }).click();
  await expect(basile.page.getByText("La conversation est en sourdine.")).toBeVisible();
  await expect(basile.page.getByRole("button", { name: "Enlever la sourdine" })).toBeVisible();
  await louise.page.goto(`${conversation}/personnes`);
  await expect(louise.page.getByRole("button", { name: "Mettre en sourdine" })).toBeVisible();

  // Nobody else opens it.
  const stranger = await newcomer(browser, { name: named("Paul"), commune: place.commune });
  expect((await stranger.page.goto(conversation))?.status()).toBe(404);
  expect((await stranger.page.goto(inboxOf(place)))?.status()).toBe(404);
});

test("what a leader writes to all reaches each member, who may answer, and ask not to get these any more", async ({
  browser,
}) => {
  const place = await emptySection();
  const leader = await leaderOf(browser, place, "Lise");
  const [nora, omar] = [
    await newcomer(browser, { name: named("Nora"), commune: place.commune }, PHONE),
    await newcomer(browser, { name: named("Omar"), commune: place.commune }),
  ];
  const broadcasts = inboxOf(place).replace("/messages", "/ecrire");
  const words = "Réunion jeudi à 19 h, au local. On y parlera des cantines.";

  await leader.page.goto(broadcasts);
  await leader.page.getByLabel("Ton message").fill(words);
  await expect(leader.page.getByRole("region", { name: "Aperçu" })).toContainText(words);
  await leader.page.getByRole("checkbox", { name: /J’ai relu/ }).check();
  await leader.page.getByRole("button", { name: /^Envoyer à/ }).click();
  await expect(leader.page.getByText("Un message est parti il y a moins de vingt-quatre heures")).toBeVisible();

  // Carried by a job, a moment later.
  await expect
    .poll(() => query("select 1 from conversation where scope = $1 and member_id = $2", [place.scope, nora.id]), {
      timeout: 30_000,
    })
    .toHaveLength(1);
  await nora.page.goto("/messages");
  await nora.page
    .getByRole("main")
    .getByRole("link", { name: new RegExp(`Section ${place.name}`) })
    .click();
  await expect(log(nora.page)).toContainText("On y parlera des cantines.");
  await say(nora.page, "J’y serai.");
  await nora.page.getByRole("button", { name: "Ne plus les recevoir" }).click();
  await expect(nora.page.getByRole("button", { name: "Recevoir à nouveau" })).toBeVisible();

  await leader.page.goto(inboxOf(place));
  await expect(leader.page.getByRole("link", { name: nora.name })).toBeVisible();
  await expect(leader.page.getByRole("link", { name: omar.name })).toHaveCount(0);
  await leader.page.goto(broadcasts);
  await expect(leader.page.getByText("1 personne a demandé")).toHaveCount(0); // nothing may be sent today
  await expect(leader.page.getByText("Reçu par 2 membres")).toBeVisible();
});

test("without JavaScript a member writes to her section, and reads the answer", async ({ browser }) => {
  const place = await emptySection();
  const leader = await leaderOf(browser, place, "Léa");
  const nora = await newcomer(browser, { name: named("Nora"), commune: place.commune }, { javaScriptEnabled: false });
  await nora.page.goto(`/messages/nouveau?lieu=${place.scope}`);
  await field(nora.page).fill("Bonjour, qui tient la clé du local ?");
  await nora.page.getByRole("button", { name: "Envoyer" }).click();
  await expect(nora.page).toHaveURL(/\/messages\/[0-9a-z]{12}$/);
  await leader.page.goto(nora.page.url());
  await say(leader.page, "C’est moi : passe quand tu veux.");
  await expect(async () => {
    await nora.page.reload();
    await expect(log(nora.page)).toContainText("passe quand tu veux", { timeout: 1_000 });
  }).toPass();
  const visitor = await visit(browser);
  await visitor.goto(nora.page.url());
  await expect(visitor.getByText("qui tient la clé")).toHaveCount(0);
});

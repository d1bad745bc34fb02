import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { enterAs, isLive, visit } from "./steps.ts";

// One debate, from its opening to its end, in the browsers of those who run it, take part in it and read it.

const stamp = `${process.pid}-${Date.now()}`;
const question = `Faut-il planter cent arbres cette année ${stamp} ?`;

const card = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text });
const step = (page: Page) => page.getByRole("list", { name: "Étapes du débat" }).locator("[aria-current=step]");

async function publish(page: Page, side: string, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Ta contribution" }).fill(text);
  await page.getByRole("radio", { name: side, exact: true }).check();
  await page.getByRole("button", { name: "Publier" }).click();
  await expect(card(page, text)).toHaveCount(1);
}

/** A step forward, from the host console: first what it does, then yes. */
async function moveOn(page: Page, act: string, confirm: string): Promise<void> {
  await page.getByText(act, { exact: true }).first().click();
  await page.getByRole("button", { name: confirm }).click();
}

/** Everything that the server ever sends to this browser: pages, payloads, frames. */
function recordAll(page: Page): () => Promise<string> {
  const heard: string[] = [];
  const bodies: Promise<unknown>[] = [];
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => heard.push(String(payload))));
  page.on("response", (response) => {
    if (/text|json/.test(response.headers()["content-type"] ?? ""))
      bodies.push(
        response.text().then(
          (text) => heard.push(text),
          () => {}, // a page that was left meanwhile
        ),
      );
  });
  return async () => {
    await Promise.all(bodies);
    return heard.join("\n");
  };
}

test("a debate lives through its phases on every screen, and ends in a synthesis", async ({ browser }) => {
  const ines = await enterAs(browser, "Inès");
  await ines.goto("/debats");
  await ines.getByRole("link", { name: "Ouvrir un débat" }).click();
  await ines.getByLabel("Ta question").fill(question);
  await ines.getByLabel("Présentation").fill("Le conseil vote le budget en **janvier**.");
  await ines.getByRole("radio", { name: /Ouvert à toutes et tous/ }).check();
  await ines.getByRole("button", { name: "Tout de suite" }).click();
  await ines.getByRole("button", { name: "Créer le débat" }).click();
  await expect(ines).toHaveURL(/\/animer$/);
  await expect(ines.getByRole("heading", { level: 1, name: question })).toBeVisible();
  const console_ = ines.url();
  const address = console_.replace(/\/animer$/, "");

  const maryse = await enterAs(browser, "Maryse");
  const awa = await enterAs(browser, "Awa");
  const visitor = await visit(browser);
  const everything = recordAll(visitor);
  for (const page of [maryse, awa, visitor]) {
    await page.goto(address);
    await isLive(page);
    await expect(step(page)).toContainText("Idées");
  }

  // Ideas: neither for nor against, and no vote.
  const idea = `Ni pour ni contre, mais des fruitiers ${stamp}.`;
  await publish(maryse, "Neutre", idea);
  await expect(card(visitor, idea)).toHaveCount(1);
  await expect(card(awa, idea).getByRole("button", { name: /D’accord/ })).toHaveCount(0);
  // Awa did not agree to her public name.
  const wild = `Tous des incapables à la mairie ${stamp}, vraiment.`;
  await publish(awa, "Contre", wild);
  await expect(card(maryse, wild)).toContainText("Awa Diarra");
  await expect(card(visitor, wild)).toContainText("Un·e adhérent·e");
  await expect(maryse.getByText("3 personnes présentes")).toBeVisible();

  // Debate: sides, votes, replies; told to every screen.
  await moveOn(ines, "Passer au débat", "Oui, passer au débat");
  for (const page of [maryse, visitor]) await expect(step(page)).toContainText("Débat");
  await expect(maryse.getByRole("radio", { name: "Neutre", exact: true })).toHaveCount(0);
  await card(maryse, wild)
    .getByRole("button", { name: /^Pas d’accord/ })
    .click();
  await expect(card(visitor, wild)).toContainText("1 pas d’accord");
  await card(awa, idea).getByRole("link", { name: "Répondre" }).click();
  await awa.getByRole("textbox", { name: "Ta réponse" }).fill(`Des pommiers, alors, le long du canal ${stamp}.`);
  await awa.getByRole("button", { name: "Répondre" }).click();
  await expect(awa.getByRole("listitem").filter({ hasText: "le long du canal" })).toHaveCount(1);
  await expect(card(maryse, idea).getByRole("link", { name: "1 réponse" })).toBeVisible();

  // Reported, decided, gone from every screen and every way in.
  await card(maryse, wild).getByRole("link", { name: "Signaler" }).click();
  await maryse.getByRole("radio", { name: /On discute les idées/ }).check();
  await maryse.getByRole("button", { name: "Envoyer le signalement" }).click();
  await expect(maryse.getByText("Merci, ton signalement est arrivé.")).toBeVisible();
  await ines.goto("/moderation");
  await ines.getByRole("link", { name: new RegExp(`incapables à la mairie ${stamp}`) }).click();
  await ines.getByRole("radio", { name: /Masquer/ }).check();
  await ines.getByRole("combobox").selectOption("1");
  await ines
    .getByLabel("Ton explication")
    .fill("On peut critiquer une décision sans insulter celles et ceux qui la prennent.");
  await ines.getByRole("button", { name: "Décider" }).click();
  await expect(card(visitor, wild)).toHaveCount(0);
  await expect(visitor.getByText("Contribution masquée par la modération.")).toBeVisible();
  await visitor.reload();
  await expect(card(visitor, idea)).toHaveCount(1);
  const replayed = await visitor.request.get(`/api/debats/${/debats\/(\w{12})/.exec(address)?.[1]}/suite?apres=0`);
  for (const served of [await visitor.content(), await replayed.text()]) expect(served).not.toContain("incapables");

  // Vote, then the synthesis, then the end.
  await ines.goto(console_);
  await moveOn(ines, "Passer au vote", "Oui, passer au vote");
  await maryse.goto(address);
  await expect(step(maryse)).toContainText("Vote");
  await expect(maryse.getByRole("textbox", { name: "Ta contribution" })).toHaveCount(0);
  await card(maryse, idea)
    .getByRole("button", { name: /^D’accord/ })
    .click();
  await expect(card(visitor, idea)).toContainText("1 d’accord");
  await moveOn(ines, "Terminer la participation", "Oui, terminer maintenant");
  await expect(card(maryse, idea).getByRole("button", { name: /^D’accord/ })).toHaveCount(0);
  await ines
    .getByRole("textbox", { name: "La synthèse" })
    .fill("## Ce qui rassemble\n\nDes fruitiers, comme le dit #1.");
  await ines.getByRole("button", { name: "Publier la synthèse" }).click();
  await expect(visitor.getByRole("heading", { name: "Ce qui rassemble" })).toBeVisible();
  await expect(visitor.getByRole("link", { name: "n° 1" }).first()).toBeVisible();
  await moveOn(ines, "Clore le débat", "Oui, clore le débat");
  await expect(visitor.getByText("Débat clos")).toBeVisible();

  // The visitor never received a name that was not agreed to, whatever the way.
  expect(await everything()).not.toContain("Diarra");
});

import type { Page } from "@playwright/test";
import { DESK, expectNoBarrier, PHONE } from "./barriers.ts";
import { expect, test } from "./fixtures.ts";
import { debateAt, enterAs, freshEmail, isLive, signInByCode, visit } from "./steps.ts";

// Every page, read by whom it is for: no barrier in either theme, nothing wider than the screen, one title, nothing
// said in the console. One test a page: a failure names it.
test.describe.configure({ mode: "parallel" });

type Place = string | [name: string, at: (page: Page) => Promise<string>];

const TRANSPORT: Place = ["a debate", () => debateAt("transports du quotidien")];
const [INES, YANIS] = ["/membres/cast00000001-ines-bonnet", "/membres/cast00000002-yanis-moreau"];
const SECTION = "/sections/puy-de-dome/clermont-ferrand";

/** The address of the first link of this name on a page. */
async function linkOn(page: Page, place: string, name: string | RegExp): Promise<string> {
  await page.goto(place);
  return (await page.getByRole("main").getByRole("link", { name }).first().getAttribute("href")) ?? "";
}

const REPORT: Place = ["a report", async (page) => linkOn(page, await debateAt("transports du quotidien"), "Signaler")];

const onAPhone: Record<string, readonly Place[]> = {
  visitor: [
    "/",
    "/inscription",
    "/connexion",
    "/connexion/mot-de-passe",
    "/demo/courrier",
    "/mentions-legales",
    "/confidentialite",
    "/regles",
    "/accessibilite",
    "/debats?statut=clos",
    ["a debate, the most shared first", async () => `${await debateAt("transports du quotidien")}?ordre=partagees`],
    REPORT,
    "/sections",
    "/sections/puy-de-dome",
    SECTION,
    "/sections/cantal",
    INES,
    "/invitation",
  ],
  Yanis: [
    "/accueil",
    "/membres",
    "/membres?q=personne-de-ce-nom",
    INES,
    YANIS,
    `${YANIS}?comme=coopain`,
    `${YANIS}?comme=visiteur`,
    "/compte",
    "/compte/profil",
    "/compte/visibilite",
    "/compte/a-la-carte",
    "/compte/second-facteur",
    "/compte/apparence",
    "/compte/commune",
    "/compte/donnees",
    "/compte/suppression",
    "/coopains",
    "/coopains/inviter",
    SECTION,
  ],
  Maryse: [
    "/accueil",
    "/messages",
    "/messages/demandes",
    "/messages/nouveau",
    "/coopains",
    "/sections/puy-de-dome/puy-de-dome-autres-communes",
  ],
  Inès: [
    "/compte",
    "/debats?voir=miens",
    "/debats/nouveau",
    ["a thread", async (page) => linkOn(page, await debateAt("transports du quotidien"), "Répondre")],
    REPORT,
    ["a debate that was reopened", () => debateAt("30%km/h")],
    ["a closed debate", () => debateAt("cantine scolaire")],
    ["a debate that gathers ideas", () => debateAt("jeunes médecins")],
    "/moderation",
    ["a case", (page) => linkOn(page, "/moderation", /./)],
    "/gestion/63/63113",
    "/gestion/63/63113/messages",
    "/gestion/63/63113/messages?voir=toutes",
    "/gestion/63/63113/ecrire",
    "/messages/nouveau?lieu=national/63",
    ["a conversation of an inbox", (page) => linkOn(page, "/gestion/63/63113/messages", /./)],
    "/accueillir/cast00000002",
    "/coopains",
    SECTION,
  ],
  Bruno: ["/gestion/63", "/gestion/63/63113", "/gestion/membres?membre=yanis", "/gestion/membres/cast00000008"],
  Hélène: [
    "/gestion",
    "/gestion?voir=responsabilites",
    "/gestion?voir=sections",
    "/gestion?voir=suspensions",
    "/gestion?voir=consultations",
    "/gestion/membres/cast00000001",
  ],
};

const onADesk: Record<string, readonly Place[]> = {
  visitor: ["/", "/debats", TRANSPORT],
  Inès: ["/accueil", "/messages", "/messages/nouveau", "/messages/recherche?q=samedi"],
};

for (const [screen, options, read] of [
  ["a phone", PHONE, onAPhone],
  ["a desk", DESK, onADesk],
] as const)
  for (const [who, places] of Object.entries(read))
    for (const place of places) {
      const [name, at] = typeof place === "string" ? [place, async () => place] : place;
      test(`${name} is without barriers on ${screen}, for ${who}`, async ({ browser }) => {
        const page = who === "visitor" ? await visit(browser, options) : await enterAs(browser, who, options);
        const said: string[] = [];
        page.on("pageerror", (error) => said.push(String(error)));
        page.on("console", (line) => {
          if (line.type() === "error") said.push(line.text());
        });
        expect((await page.goto(await at(page)))?.status()).toBe(200);
        await expectNoBarrier(page, name);
        expect(said).toEqual([]);
      });
    }

test("an open list of communes is without barriers", async ({ browser }) => {
  const page = await visit(browser, PHONE);
  await page.goto("/inscription");
  await page.getByRole("combobox").pressSequentially("lyon");
  await expect(page.getByRole("option").first()).toBeVisible();
  await expectNoBarrier(page, "open list of communes");
});

test("a code that is not the right one is told without barriers", async ({ browser }) => {
  const page = await visit(browser, PHONE);
  await signInByCode(page, freshEmail());
  await page.getByLabel("Le code à 6 chiffres").fill("000000");
  await page.getByRole("button", { name: "Me connecter" }).click();
  await expect(page.getByText("Ce code n’est pas le bon")).toBeVisible();
  await expectNoBarrier(page, "/connexion/code");
});

test("a live debate, with a vote given and words refused, is without barriers", async ({ browser }) => {
  const page = await enterAs(browser, "Inès", DESK);
  await page.goto(await debateAt("transports du quotidien"));
  await isLive(page);
  const agreed = page
    .getByRole("article")
    .filter({ hasText: "Automatique et sans dossier, là" })
    .getByRole("button", { name: /^D’accord/ });
  await agreed.click();
  await expect(agreed).toHaveAttribute("aria-pressed", "true");
  const composer = page.getByRole("textbox", { name: "Ta contribution" });
  await composer.fill("Court");
  await page.getByRole("button", { name: "Publier" }).click();
  await expect(page.getByText("Il faut au moins 10 caractères.")).toBeVisible();
  await expectNoBarrier(page, "member's debate");
});

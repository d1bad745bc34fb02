import type { Page } from "@playwright/test";
import { DESK, expectNoBarrier, PHONE } from "./barriers.ts";
import { query } from "./database.ts";
import { expect, test } from "./fixtures.ts";
import { enterAs, visit } from "./steps.ts";

// The pages of groups, read by whom they are for: no barrier in either theme, nothing wider than the screen, one title,
// nothing said in the console. One test a page: a failure names it.
test.describe.configure({ mode: "parallel" });

type Place = [name: string, at: () => Promise<string>];

const at = (path: string): Place => [path, async () => path];
/** A part of a group of the demo. */
const inGroup = (name: string, part = ""): Place => [
  `${name}${part}`,
  async () => {
    const [group] = await query<{ id: string; slug: string }>("select id, slug from member_group where name = $1", [
      name,
    ]);
    return `/groupes/${group?.id}-${group?.slug}${part}`;
  },
];
const post = (words: string): Place => [
  `the post « ${words} »`,
  async () => {
    const [found] = await query<{ id: string }>("select id from post where body like $1", [`%${words}%`]);
    return `/publications/${found?.id}`;
  },
];
const note = (title: string): Place => [
  `the note « ${title} »`,
  async () => {
    const [found] = await query<{ id: string; group: string; slug: string }>(
      `select n.id, g.id as group, g.slug from group_note n join member_group g on g.id = n.group_id where n.title like $1`,
      [`%${title}%`],
    );
    return `/groupes/${found?.group}-${found?.slug}/notes/${found?.id}`;
  },
];
const CAMPAIGN = "Équipe de campagne";
const TRANSPORT = "Transports du quotidien";
const PROGRAMME = "Programme municipal";

const read: Record<string, readonly Place[]> = {
  visitor: [at("/groupes"), inGroup(TRANSPORT), inGroup(TRANSPORT, "/a-propos"), post("finir les pistes")],
  Yanis: [at("/accueil"), at("/groupes"), inGroup(PROGRAMME), inGroup(TRANSPORT), at("/agenda?voir=groupes")],
  Maryse: [inGroup(CAMPAIGN), inGroup(TRANSPORT, "/membres"), at("/membres/cast00000003-maryse-quintin")],
  Inès: [
    at("/groupes/nouveau"),
    inGroup("Clermont-Ferrand"),
    inGroup(PROGRAMME),
    inGroup(PROGRAMME, "/membres"),
    inGroup(PROGRAMME, "/agenda"),
    inGroup(PROGRAMME, "/fichiers"),
    inGroup(PROGRAMME, "/notes"),
    inGroup(PROGRAMME, "/notes/nouvelle"),
    inGroup(PROGRAMME, "/modifier"),
    inGroup(PROGRAMME, "/inviter"),
    inGroup(CAMPAIGN, "/agenda"),
    note("Ce que l’on demande"),
    post("640 tracts"),
    at("/evenements/nouveau?type=convivial"),
    at("/sections/puy-de-dome/clermont-ferrand"),
    at("/sections/puy-de-dome"),
  ],
  Hélène: [inGroup(PROGRAMME, "/a-propos"), inGroup("Le parti")],
};

async function expectPlain(page: Page, [name, address]: Place): Promise<void> {
  const said: string[] = [];
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("console", (line) => {
    if (line.type() === "error") said.push(line.text());
  });
  expect((await page.goto(await address()))?.status()).toBe(200);
  await expectNoBarrier(page, name);
  expect(said).toEqual([]);
}

for (const [screen, options] of [
  ["a phone", PHONE],
  ["a desk", DESK],
] as const)
  for (const [who, places] of Object.entries(read))
    for (const place of places)
      test(`${place[0]} is without barriers on ${screen}, for ${who}`, async ({ browser }) => {
        await expectPlain(
          who === "visitor" ? await visit(browser, options) : await enterAs(browser, who, options),
          place,
        );
      });

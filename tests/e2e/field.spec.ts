import type { Page } from "@playwright/test";
import { newId } from "../../src/core/ids.ts";
import { query } from "./database.ts";
import { expect, test } from "./fixtures.ts";
import { enterAs, newcomer } from "./steps.ts";

const PHONE = { viewport: { width: 390, height: 844 } };

/** An action of a section, so many hours from now, with one place; answers where it is. */
async function actionIn(hours: number, title: string, scope: string): Promise<string> {
  const [id, shift] = [newId(), newId()];
  const slug = title.toLowerCase().replace(/[^a-z]+/g, "-");
  await query(
    `with e as (insert into event (id, slug, kind, title, stage, scope, audience, audience_scope, starts_at, ends_at, zone,
       commune_code, meeting_point, created_at, published_at, changed_at)
     values ($1, $2, 'leafleting', $3, 'published', $6, 'section', $6,
       now() + $5 * interval '1 hour', now() + ($5 + 2) * interval '1 hour', 'Europe/Paris', split_part($6, '/', 3), 'devant la fontaine', now(), now(), now()) returning id),
     o as (insert into event_organiser (event_id, member_id, added_at) select id, 'cast00000001', now() from e)
     insert into shift (id, event_id, starts_at, ends_at, needed, maximum)
     select $4, id, now() + $5 * interval '1 hour', now() + ($5 + 2) * interval '1 hour', 1, 1 from e`,
    [id, slug, title, shift, hours, scope],
  );
  return `/evenements/${id}-${slug}`;
}

const places = (page: Page) => page.getByRole("region", { name: "Qui vient" });

test("of two who want the last place one has it, the other heads the list, and has it as soon as it is given up", async ({
  browser,
}) => {
  // Where `newcomer` lives: in the story's own section a crowd would fill the page of those to welcome.
  const address = await actionIn(80, "Tractage à la gare", "national/15/15014");
  const two = [await newcomer(browser, {}, PHONE), await newcomer(browser, {}, PHONE)];
  for (const { page } of two) await page.goto(address);
  await Promise.all(
    two.map(({ page }) =>
      places(page)
        .getByRole("button", { name: /^J’y vais/ })
        .click(),
    ),
  );
  for (const { page } of two) await expect(places(page).getByText("1 sur 1")).toBeVisible();
  const readStates = () =>
    query<{ member_id: string; state: string }>(
      "select s.member_id, s.state from sign_up s join shift h on h.id = s.shift_id where h.event_id = $1 order by s.arrival",
      [address.slice(12, 24)],
    );
  // Her screen says it is full as soon as the other has the place; her own answer may still be on its way.
  await expect.poll(async () => (await readStates()).map(({ state }) => state)).toEqual(["in", "waiting"]);
  const states = await readStates();
  const [first, second] = states.map(({ member_id }) => two.find(({ id }) => id === member_id)?.page);
  if (!first || !second) throw new Error("both have signed up");
  await expect(places(first).getByRole("button", { name: /^Je me désiste/ })).toBeVisible();
  await expect(places(second).getByRole("button", { name: /^Quitter la liste/ })).toBeVisible();

  // The other screen moves by itself: the place is offered, held, and taken.
  await places(first)
    .getByRole("button", { name: /^Je me désiste/ })
    .click();
  await places(second)
    .getByRole("button", { name: /^Confirmer ma place/ })
    .click();
  await expect(places(second).getByRole("button", { name: /^Je me désiste/ })).toBeVisible();
  expect(await second.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
});

test("what was done is told on a phone, and stands in the section's figures, each figure leading to its report", async ({
  browser,
}) => {
  const address = await actionIn(-4, "Tractage place Delille", "national/63/63113");
  const page = await enterAs(browser, "Inès", PHONE);
  await page.goto(address);
  await page.getByRole("link", { name: "Raconter l’action" }).click();
  await page.getByLabel("Tracts distribués").fill("1 234");
  await page.getByLabel("Ce que vous avez entendu").fill("Les bus du dimanche, encore.");
  await page.reload(); // the telephone was put away: nothing typed is lost
  await expect(page.getByText("Ton brouillon est là")).toBeVisible();
  await expect(page.getByLabel("Tracts distribués")).toHaveValue("1 234");
  await page.getByRole("button", { name: "Publier pour la section" }).click();
  await expect(page.getByText("C’est publié")).toBeVisible();
  await expect(page.getByText("1 234", { exact: false }).first()).toBeVisible();

  await page.goto("/terrain/63/63113?mesure=leaflets");
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  const months = page.getByRole("region", { name: /^Tracts distribués/ }).getByRole("listitem");
  const before = await query<{ leaflets: string }>(
    `select sum(leaflets)::text as leaflets from field_report where scope = 'national/63/63113' and hidden_at is null
       and to_char(day, 'YYYY-MM') = to_char((select day from field_report where leaflets = 1234), 'YYYY-MM')`,
  );
  const figure = Number(before[0]?.leaflets).toLocaleString("fr-FR");
  await months.getByRole("link", { name: figure }).first().click();
  await page.getByRole("link", { name: "Tractage place Delille" }).first().click();
  await expect(page.getByText("Les bus du dimanche, encore.")).toBeVisible();
});

import { query } from "./database.ts";
import { expect, test } from "./fixtures.ts";
import { findMail } from "./mail.ts";
import { enterAs } from "./steps.ts";

const PHONE = { viewport: { width: 390, height: 844 } };
const TITLE = "Tractage du quartier de la gare";

type Date = { path: string; begins: string; detached: boolean };

/** The dates of the series, in their order, with the hour at which each begins on the clock of Clermont. */
const dates = () =>
  query<Date>(
    `select '/evenements/' || id || '-' || slug as path, detached,
       to_char(starts_at at time zone zone, 'HH24:MI') as begins from event where title = $1 order by starts_at`,
    [TITLE],
  );

test("every Saturday becomes an hour later from one date on, on a phone: who comes keeps her place and reads one mail", async ({
  browser,
}) => {
  const leader = await enterAs(browser, "Inès Bonnet", PHONE);
  await leader.goto("/evenements/nouveau?type=leafleting");
  await leader.getByLabel(/^Titre/).fill(TITLE);
  await leader.locator("[name='shifts.0.from']").fill("09:00");
  await leader.getByText("Plus de choix").click();
  await leader.getByRole("combobox", { name: "Se répète" }).selectOption("weekly");
  await leader.getByRole("button", { name: "Publier" }).click();
  await expect(leader.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  const planned = await dates();
  expect(planned.length).toBeGreaterThan(6);
  const [, second, third, fourth] = planned;

  // Somebody comes on two dates after the one that will be edited.
  const member = await enterAs(browser, "Yanis Moreau", PHONE);
  for (const one of [third, fourth]) {
    await member.goto(one?.path ?? "");
    await member
      .getByRole("region", { name: "Créneaux" })
      .getByRole("button", { name: /^J’y vais/ })
      .first()
      .click();
    await expect(member.getByRole("button", { name: /^Je me désiste/ })).toBeVisible();
  }

  await leader.goto(second?.path ?? "");
  await leader.getByText("Organiser", { exact: true }).click();
  await leader.getByRole("link", { name: "Modifier" }).click();
  await leader.locator("[name='shifts.0.from']").fill("10:00");
  await leader.getByRole("radio", { name: /^Cette date et les suivantes/ }).check();
  expect(await leader.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await leader.getByRole("button", { name: "Enregistrer" }).click();
  await expect(leader).toHaveURL(new RegExp(second?.path ?? ""));
  await expect(leader.getByText(/de 10\sh à/).first()).toBeVisible();

  // The first date is as it was; the others follow, as dates of the series still.
  const changed = await dates();
  expect(changed.map(({ begins }) => begins)).toEqual(planned.map((_, index) => (index === 0 ? "09:00" : "10:00")));
  expect(changed.map(({ path }) => path)).toEqual(planned.map(({ path }) => path));
  expect(changed.some(({ detached }) => detached)).toBe(false);

  const mail = await findMail("yanis.moreau@demo.example", ({ subject }) => subject.includes(TITLE));
  expect(mail.text.match(/au lieu du/g)).toHaveLength(2);
  for (const one of [third, fourth]) {
    await member.goto(one?.path ?? "");
    await expect(member.getByText(/de 10\sh à/).first()).toBeVisible();
    await expect(member.getByRole("button", { name: /^Je me désiste/ })).toBeVisible();
  }
});

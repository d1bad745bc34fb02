import { newId } from "../../src/core/ids.ts";
import { zonedField, zones } from "../../src/core/zoned-time.ts";
import { expectNoBarrier } from "./barriers.ts";
import { query } from "./database.ts";
import { expect, test } from "./fixtures.ts";
import { runJob } from "./jobs.ts";
import { findMail } from "./mail.ts";
import { newcomer } from "./steps.ts";

const PHONE = { viewport: { width: 390, height: 844 } };

/** A zone of France where it is day now: reminders leave at a decent hour of the event's own clock. */
function whereItIsDay(): string {
  const hour = (zone: string) => Number(zonedField(new Date(), zone).slice(11, 13));
  const zone = zones.find((one) => hour(one) >= 9 && hour(one) < 19);
  if (!zone) throw new Error("the sun never sets on all of them");
  return zone;
}

type SignUp = { state: string; confirmed_at: Date | null };

/** An action that begins in a day, where a member signed up three days ago. */
async function comingTomorrow(memberId: string, title: string) {
  const [id, shift, signUp] = [newId(), newId(), newId()];
  await query(
    `with e as (insert into event (id, slug, kind, title, stage, scope, audience, audience_scope, starts_at, ends_at, zone,
       commune_code, meeting_point, created_at, published_at, changed_at)
     values ($1, 'tractage', 'leafleting', $3, 'published', 'national/15/15014', 'section', 'national/15/15014',
       now() + interval '24 hours', now() + interval '26 hours', $5, '15014', 'devant la halle', now(), now(), now()) returning id),
     o as (insert into event_organiser (event_id, member_id, added_at) select id, 'cast00000001', now() from e),
     h as (insert into shift (id, event_id, starts_at, ends_at, needed, maximum, taken, arrivals)
       select $2, id, now() + interval '24 hours', now() + interval '26 hours', 2, 4, 1, 1 from e returning id)
     insert into sign_up (id, shift_id, member_id, state, arrival, signed_up_at)
     select $4, id, $6, 'in', 1, now() - interval '3 days' from h`,
    [id, shift, title, signUp, whereItIsDay(), memberId],
  );
  const signUpNow = async () =>
    (await query<SignUp>("select state, confirmed_at from sign_up where id = $1", [signUp]))[0];
  return { signUpNow };
}

/** The path of the link in the mail of the day before. */
async function linkOf(email: string, title: string): Promise<string> {
  const { text } = await findMail(email, ({ subject }) => subject.startsWith("Demain") && subject.includes(title));
  return /\/evenements\/rappel\/[0-9a-z]{38}/.exec(text)?.[0] ?? "";
}

for (const javaScriptEnabled of [true, false])
  test(`the mail of the day before is answered in one click, signed out, ${javaScriptEnabled ? "with" : "without"} JavaScript; who only reads its link says nothing`, async ({
    browser,
    request,
  }) => {
    const { id, email } = await newcomer(browser);
    const title = `Tractage du lendemain ${id}`;
    const { signUpNow } = await comingTomorrow(id, title);
    await runJob("participation.remind");
    const link = await linkOf(email, title);

    // A mail scanner follows every link, before anybody reads.
    expect((await request.get(link)).status()).toBe(200);
    expect((await request.head(link)).status()).toBe(200);
    expect(await signUpNow()).toEqual({ state: "in", confirmed_at: null });

    const page = await (await browser.newContext({ ...PHONE, javaScriptEnabled })).newPage();
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(page.getByText("devant la halle")).toBeVisible();
    if (javaScriptEnabled) await expectNoBarrier(page, "the page of a reminder");
    await page.getByRole("button", { name: "Oui, je viens" }).click();
    await expect(page.getByText("C’est noté : tu viens")).toBeVisible();
    expect((await signUpNow())?.confirmed_at).toBeTruthy();

    // Something came up: the same page gives the place back.
    await page.goto(link);
    await expect(page.getByRole("button", { name: "Oui, je viens" })).toBeHidden();
    await page.getByRole("button", { name: "Je laisse ma place" }).click();
    await expect(page.getByText("Ta place est laissée", { exact: true })).toBeVisible();
    expect((await signUpNow())?.state).toBe("left");
  });

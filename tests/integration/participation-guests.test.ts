import { createEvent } from "@tests/support/events-world.ts";
import {
  countRows,
  createPerson,
  outcomeOf,
  refusalOf,
  suspendInTheDatabase,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import {
  acceptAsGuest,
  askAsGuest,
  cancelAsGuest,
  changeAsGuest,
  confirmAsGuest,
  findGuestForm,
  getGuestPage,
} from "@/features/participation/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import type { Mail } from "@/platform/mail.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { composeParticipation, deliver, leave, runJob, sent, signUp, textOf, tokenOf } from "./participation-world.ts";

vi.mock("@/platform/mail.ts", () => ({ sendMail: async (mail: Mail) => void sent.push(mail) }));

const HOUR = 3_600_000;
const as = { actor: visitor };
type Event = Awaited<ReturnType<typeof createEvent>>;

beforeAll(async () => {
  withoutLimits();
  await composeParticipation();
});
beforeEach(async () => {
  await db.$executeRaw(sql`delete from pgboss.job`);
  sent.length = 0;
});
afterEach(() => vi.restoreAllMocks());

const open = (options: Parameters<typeof createEvent>[0] = {}) => createEvent({ audience: "everyone", ...options });
const asking = (event: Event, options: object = {}) => ({
  ...{ eventId: event.id, shiftId: event.shiftId, name: "Vera Visiteuse", consent: "oui" as const },
  ...{ email: `${newId()}@example.org`, ...options },
});
/** Asks, and answers the mail that it brings. */
async function asked(event: Event, options: object = {}): Promise<Mail> {
  await askAsGuest(as, asking(event, options));
  const [mail] = await deliver();
  if (!mail) throw new Error("no mail");
  return mail;
}
/** A guest who has confirmed, with the link of her second mail. */
async function guest(event: Event, options: object = {}) {
  const first = tokenOf(await asked(event, options));
  await confirmAsGuest(as, { token: first });
  const [mail] = await deliver();
  return { first, token: tokenOf(mail), mail: mail as Mail };
}
const takenOn = async ({ shiftId }: Event) => (await db.shift.findUniqueOrThrow({ where: { id: shiftId } })).taken;
const placeOf = async (token: string) => {
  const page = await getGuestPage(token);
  return page.kind === "open" ? (page.place?.state ?? null) : page.kind;
};
const later = (ms: number) => vi.spyOn(clock, "now").mockReturnValue(new Date(Date.now() + ms));

describe("coming without an account", () => {
  it("takes no place before she confirms by her mail, and then one", async () => {
    const event = await open({ maximum: 3 });
    const mail = await asked(event, { accompanied: "oui", email: "Vera@Example.org" });
    expect(mail.to).toBe("vera@example.org");
    expect(textOf(mail)).toContain("Marché Saint-Pierre");
    expect(textOf(mail)).toContain("Clermont-Ferrand");
    expect(await takenOn(event)).toBe(0);
    const token = tokenOf(mail);
    // A scanner that follows the link reads, and changes nothing.
    expect(await getGuestPage(token)).toMatchObject({ kind: "open", confirmed: false, can: { confirm: true } });
    expect(await takenOn(event)).toBe(0);
    await confirmAsGuest(as, { token });
    expect(await takenOn(event)).toBe(2);
  });

  it("brings a second mail with another link, by which she changes and cancels; the first opens nothing more", async () => {
    const event = await open();
    const { first, token, mail } = await guest(event);
    expect(token).not.toBe(first);
    expect(textOf(mail)).toContain("confirmée");
    expect(await placeOf(token)).toBe("in");
    expect(await getGuestPage(first)).toEqual({ kind: "spent" });
    for (const run of [confirmAsGuest, cancelAsGuest, acceptAsGuest])
      expect(await outcomeOf(run(as, { token: first }))).toBe("not_found");
    expect(await outcomeOf(confirmAsGuest(as, { token }))).toBe("conflict");
    expect(await takenOn(event)).toBe(1);
  });

  it("keeps of a link only what recognises it", async () => {
    const { token } = await guest(await open());
    const rows = await db.$queryRaw<{ text: string }[]>(sql`
      select g::text as text from event_guest g union all select s::text from sign_up s
      union all select j.data::text from pgboss.job j union all select f.ids::text from fact f`);
    expect(rows.filter(({ text }) => text.includes(token.slice(12)))).toEqual([]);
  });

  it("confirms once, of two clicks at once", async () => {
    const event = await open();
    const token = tokenOf(await asked(event));
    const outcomes = await Promise.all([1, 2, 3].map(() => outcomeOf(confirmAsGuest(as, { token }))));
    expect(outcomes.filter((one) => one === "ok")).toHaveLength(1);
    expect(await takenOn(event)).toBe(1);
  });

  it("joins the waiting list when it is full, is offered a place by mail, and takes it by her link", async () => {
    const event = await open({ maximum: 1 });
    const held = await signUp(await createPerson("Nadia Présente"), event.shiftId);
    const { token, mail } = await guest(event);
    expect(mail.subject).toContain("attente");
    expect(await placeOf(token)).toBe("waiting");
    expect(await outcomeOf(acceptAsGuest(as, { token }))).toBe("conflict");
    await leave(held.signUpId);
    const [offer, ...others] = await deliver();
    expect(others).toEqual([]);
    expect(offer?.to).toBe(mail.to);
    expect(offer?.subject).toContain("Une place s’est libérée");
    await acceptAsGuest(as, { token });
    expect(await placeOf(token)).toBe("in");
    expect(await deliver()).toEqual([]); // she sees it on her screen
  });

  it("changes alone or with somebody, and another shift; never a place for a turn", async () => {
    const event = await open({ maximum: 2 });
    const second = newId();
    const { startsAt, endsAt } = event;
    await db.shift.create({
      data: { id: second, eventId: event.id, startsAt, endsAt, maximum: 1, label: "Équipe du pont" },
    });
    const { token } = await guest(event);
    await changeAsGuest(as, { token, shiftId: event.shiftId, accompanied: "oui" });
    expect(await takenOn(event)).toBe(2);
    await changeAsGuest(as, { token, shiftId: second });
    expect(await takenOn(event)).toBe(0);
    expect(await db.signUp.count({ where: { shiftId: second, state: "in" } })).toBe(1);
    await signUp(await createPerson("Nadia Présente"), event.shiftId, 2);
    expect(await refusalOf(changeAsGuest(as, { token, shiftId: event.shiftId }))).toMatchObject({
      reason: "shift_full",
    });
    expect(await placeOf(token)).toBe("in");
    expect(await outcomeOf(changeAsGuest(as, { token, shiftId: (await open()).shiftId }))).toBe("not_found");
  });

  it("cancels: her place goes to who waits, and her name and address are gone at once", async () => {
    const event = await open({ maximum: 1 });
    const { token, mail } = await guest(event, { name: "Zoeperle Partante" });
    const waiting = await signUp(await createPerson("Nadia Attend"), event.shiftId);
    await cancelAsGuest(as, { token });
    expect(await db.signUp.findUniqueOrThrow({ where: { id: waiting.signUpId } })).toMatchObject({ state: "offered" });
    const [row] = await db.$queryRaw<{ text: string }[]>(sql`
      select string_agg(g::text, ' ') as text from event_guest g where g.event_id = ${event.id}`);
    expect(row?.text).not.toContain("Zoeperle");
    expect(row?.text).not.toContain(mail.to);
    expect(await placeOf(token)).toBe("gone");
    expect(await outcomeOf(changeAsGuest(as, { token, shiftId: event.shiftId }))).toBe("not_found");
    expect(await outcomeOf(cancelAsGuest(as, { token }))).toBe("not_found");
  });

  it("is for what a visitor sees: hidden, cancelled, members-only, drafts and unknown ones are one answer", async () => {
    const hidden = await open();
    await db.event.update({ where: { id: hidden.id }, data: { hiddenAt: clock.now() } });
    const absent = await refusalOf(askAsGuest(as, { ...asking(hidden), eventId: newId(), shiftId: newId() }));
    const closed = [
      hidden,
      await open({ stage: "cancelled" }),
      await open({ stage: "draft" }),
      await open({ adherentsOnly: true }),
      await createEvent({ audience: "members" }),
    ];
    const before = await countRows();
    for (const event of closed) {
      expect(await refusalOf(askAsGuest(as, asking(event)))).toEqual(absent);
      expect(await findGuestForm(visitor, event.id)).toBeNull();
    }
    // A member who sees it is no guest of it either.
    const member = await actorOfMember((await createPerson("Nadia Membre")).id);
    const forMembers = await createEvent({ audience: "members" });
    expect(await refusalOf(askAsGuest({ actor: member }, asking(forMembers)))).toEqual(absent);
    expect((await countRows()).event_guest).toBe(before.event_guest);
    // The shift of another event is nobody's to ask for here.
    expect(await refusalOf(askAsGuest(as, { ...asking(await open()), shiftId: forMembers.shiftId }))).toEqual(absent);
  });

  it("is refused once over, and without consent", async () => {
    const over = await open({ inHours: -5 });
    expect(await refusalOf(askAsGuest(as, asking(over)))).toMatchObject({ reason: "event_over" });
    const { consent: _, ...without } = asking(await open());
    expect(await outcomeOf(askAsGuest(as, without as never))).toBe("invalid");
    const suspended = await createPerson("Suzanne Suspendue");
    await suspendInTheDatabase(suspended.id);
    const actor = await actorOfMember(suspended.id);
    expect(await outcomeOf(askAsGuest({ actor }, asking(await open())))).toBe("forbidden");
  });

  it("answers alike for unknown, asked, confirmed and members’ addresses: they part in the mail alone", async () => {
    const event = await open();
    const member = await createPerson("Nadia Membre");
    const confirmed = await guest(event);
    const pending = (await asked(event)).to;
    const answers: unknown[] = [];
    for (const email of [`${newId()}@example.org`, pending, confirmed.mail.to, member.email]) {
      const before = await countRows();
      answers.push(await askAsGuest(as, asking(event, { email, name: "Autre Nom", accompanied: "oui" })));
      const after = await countRows();
      expect(Number(after["pgboss.job_common"]) - Number(before["pgboss.job_common"])).toBe(1);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer) ?? "nothing")).size).toBe(1);
    const mails = await deliver();
    expect(mails).toHaveLength(4);
    const toConfirmed = mails.find(({ to }) => to === confirmed.mail.to);
    expect(tokenOf(toConfirmed)).toBe(confirmed.token);
    // Whoever typed it changed nothing of hers.
    expect(await db.eventGuest.findFirstOrThrow({ where: { email: confirmed.mail.to } })).toMatchObject({
      size: 1,
      name: "Vera Visiteuse",
    });
    const toMember = mails.find(({ to }) => to === member.email);
    expect(textOf(toMember as Mail)).toContain("Confirme");
    expect(await takenOn(event)).toBe(1);
  });

  it("writes to one address three times an hour, and takes 40 askings from one place", async () => {
    singletons.limits = createLimits();
    const event = await open();
    const email = `${newId()}@example.org`;
    for (let time = 0; time < 3; time++) await askAsGuest(as, asking(event, { email }));
    expect(await outcomeOf(askAsGuest(as, asking(event, { email })))).toBe("rate_limited");
    const here = { actor: visitor, address: "203.0.113.9" };
    for (let time = 0; time < 40; time++) await askAsGuest(here, asking(event));
    expect(await outcomeOf(askAsGuest(here, asking(event)))).toBe("rate_limited");
    withoutLimits();
  });
});

describe("what is kept of guests", () => {
  it("forgets who did not confirm after 48 hours, and nobody who did", async () => {
    const event = await open({ inHours: 24 * 6 });
    const pending = tokenOf(await asked(event));
    const { token } = await guest(event);
    later(47 * HOUR);
    await runJob("participation.forget-unconfirmed");
    expect(await placeOf(pending)).toBeNull();
    later(49 * HOUR);
    await runJob("participation.forget-unconfirmed");
    expect(await outcomeOf(getGuestPage(pending))).toBe("not_found");
    expect(await placeOf(token)).toBe("in");
  });

  it("wipes names and addresses seven days after the end; places stay counted, nameless", async () => {
    const event = await open({ inHours: 2, maximum: 1 });
    const { token, mail } = await guest(event);
    const waiting = await guest(event);
    later(4 * HOUR + 6.9 * 24 * HOUR);
    await runJob("participation.wipe-guests");
    expect(await getGuestPage(token)).toMatchObject({ kind: "open", event: { over: true } });
    later(4 * HOUR + 7.1 * 24 * HOUR);
    await runJob("participation.wipe-guests");
    expect(await db.eventGuest.count({ where: { eventId: event.id } })).toBe(0);
    const rows = await db.signUp.findMany({ where: { shiftId: event.shiftId }, orderBy: { arrival: "asc" } });
    expect(rows).toMatchObject([
      { state: "in", guestId: null, memberId: null },
      { state: "left", guestId: null },
    ]);
    expect(await outcomeOf(getGuestPage(waiting.token))).toBe("not_found");
    const kept = await db.$queryRaw<unknown[]>(sql`
      select 1 from mail_claim p where p::text like ${`%${mail.to}%`}
      union all select 1 from pgboss.job j where j.data::text like ${`%${mail.to}%`}`);
    expect(kept).toEqual([]);
  });

  it("closes her link with what moderation hides, and keeps it when the event turns to members", async () => {
    const event = await open();
    const { token } = await guest(event);
    await db.event.update({ where: { id: event.id }, data: { audience: "members", audienceScope: "national" } });
    expect(await placeOf(token)).toBe("in");
    await db.event.update({ where: { id: event.id }, data: { hiddenAt: clock.now() } });
    expect(await outcomeOf(getGuestPage(token))).toBe("not_found");
    expect(await outcomeOf(cancelAsGuest(as, { token }))).toBe("not_found");
  });

  it("has no page for what we never wrote", async () => {
    for (const token of ["", "x", "x".repeat(38), "é".repeat(38), "0".repeat(10_000)])
      expect(await outcomeOf(getGuestPage(token))).toBe("not_found");
  });
});

import { randomUUID } from "node:crypto";
import { createInbox } from "@tests/support/inbox-world.ts";
import { createPerson, outcomeOf, scopes, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { jobs } from "@/composition.ts";
import type { Actor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { coopainCommands as coopains } from "@/features/coopains/index.ts";
import { sendWelcome } from "@/features/desk/desk.jobs.ts";
import { deskCommands as desk } from "@/features/desk/index.ts";
import { mandateCommands as mandates } from "@/features/mandates/index.ts";
import { messageCommands as messages } from "@/features/messages/index.ts";
import { profileCommands as profiles } from "@/features/profiles/index.ts";
import { sectionsCommands as sections } from "@/features/sections/index.ts";
import { clock } from "@/platform/clock.ts";
import type { Command } from "@/platform/command.ts";
import { db, sql } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { actorOfMember, actorOfSession } from "@/platform/session.ts";

// A hundred acceptances and requests that cross: coopains-ties.test.ts. Two national admins who leave at once:
// races.test.ts, accounts-own.test.ts; whose mandates end at once: here.

const CLERMONT = scopes["own section"];
const WORDS = "Ces mots sont assez longs pour être lus.";
type Holder = Awaited<ReturnType<typeof createPerson>>;
const acting = async ({ session }: Holder) => ({ actor: await actorOfSession(session) });
const inAWeek = () => new Date(clock.now().getTime() + 7 * 24 * 3_600_000);
const holder = (role: "section_leader" | "federation_admin" | "national_admin", scope: string) =>
  createPerson("Hélène Responsable", { adherent: true, mandates: [{ role, scope }] });

let leader: Holder;
let admin: Holder;
let national: Holder;
beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
});
beforeEach(async () => {
  await db.mandate.deleteMany({ where: { scope: { startsWith: "national" } } });
  leader = await holder("section_leader", CLERMONT);
  admin = await holder("federation_admin", "national/63");
  national = await holder("national_admin", "national");
});

type Clicked = {
  command: unknown;
  by: Actor;
  input: Record<string, unknown>;
  count: () => Promise<number>;
  keyed?: true;
};
const of = (memberId: string) => ({ where: { memberId } });

/** Each new act of which a second one must not be: what is pressed, by whom, and what of it there is then. */
const clicks: Record<string, () => Promise<Clicked>> = {
  "asking somebody": async () => {
    const other = await createPerson("Omar Ouvert", { section: "63113" });
    const count = () => db.coopainRequest.count({ where: { toId: other.id } });
    return {
      command: coopains.requestCoopain,
      by: await actorOfMember(leader.id),
      input: { memberId: other.id },
      count,
    };
  },
  "blocking somebody": async () => {
    const other = await createPerson("Omar Ouvert", { section: "63113" });
    const count = () => db.block.count({ where: { blockedId: other.id } });
    return { command: coopains.blockMember, by: await actorOfMember(leader.id), input: { memberId: other.id }, count };
  },
  "renewing one’s link": async () => {
    const count = () => db.invitationLink.count({ where: { memberId: leader.id, revokedAt: null } });
    return { command: coopains.renewLink, by: await actorOfMember(leader.id), input: {}, count };
  },
  "editing one’s profile": async () => {
    const by = await actorOfMember(leader.id);
    const count = () => db.profile.count(of(leader.id));
    return { command: profiles.editProfile, by, input: { status: "Au marché" }, count };
  },
  "agreeing that everyone reads": async () => {
    const by = await actorOfMember(leader.id);
    const shown = {
      card: "everyone",
      photo: "section",
      presentation: "section",
      status: "coopains",
      links: "coopains",
    };
    const more = { skills: "section", interests: "section", mandates: "members", activity: "coopains" };
    const input = { ...shown, ...more, coopains: "coopains", offer: "section", consent: "card" };
    const count = () => db.consent.count({ where: { memberId: leader.id, kind: "public_field", withdrawnAt: null } });
    return { command: profiles.setVisibilities, by, input, count };
  },
  "writing to a section": async () => {
    const writer = await createPerson("Aline Auteure");
    const count = () => db.message.count({ where: { authorId: writer.id } });
    const input = { scope: CLERMONT, body: WORDS, clientId: randomUUID() };
    return { command: messages.writeToPlace, by: await actorOfMember(writer.id), input, count };
  },
  "taking a conversation of an inbox": async () => {
    const { id: conversationId } = await createInbox(CLERMONT, (await createPerson("Aline Auteure")).id);
    const count = () => db.conversationChange.count({ where: { conversationId } });
    const input = { conversationId, assigneeId: leader.id };
    return { command: messages.assignConversation, ...(await by(leader)), input, count };
  },
  "asking a place not to write": async () => {
    const member = await createPerson("Olga Opposée");
    const count = () => db.broadcastOpposition.count({ where: { memberId: member.id } });
    const input = { scope: CLERMONT, opposed: "oui" };
    return { command: messages.opposeBroadcasts, by: await actorOfMember(member.id), input, count };
  },
  "offering to look after a section": async () => {
    const member = await createPerson("Olga Offre", { section: "03185" });
    const count = () => db.volunteer.count(of(member.id));
    const input = { sectionId: "03185", words: WORDS };
    return { command: sections.volunteer, by: await actorOfMember(member.id), input, count };
  },
  "proposing an adherent": async () => {
    const { id: memberId } = await createPerson("Yanis Nouveau");
    const count = () => db.fact.count(told("adherent.proposed", memberId));
    return { command: desk.proposeAdherent, ...(await by(leader)), input: { memberId }, count };
  },
  "writing a word of welcome": async () => {
    const { id: memberId } = await createPerson("Yanis Nouveau");
    const waiting = sql`select 1 from pgboss.job where name = ${sendWelcome.name} and data->>'memberId' = ${memberId}`;
    const count = async () => (await db.$queryRaw<object[]>(waiting)).length;
    // Two words to one person are two mails: the form carries the key that tells two clicks from two words.
    const input = { memberId, words: WORDS };
    return { command: desk.writeWelcome, ...(await by(leader)), input, count, keyed: true };
  },
  "saying that a newcomer was welcomed": async () => {
    const { id: memberId } = await createPerson("Yanis Nouveau");
    const count = () => db.fact.count(told("welcome.done", memberId));
    return { command: desk.markWelcomed, ...(await by(leader)), input: { memberId }, count };
  },
  "entrusting a newcomer": async () => {
    const { id: memberId } = await createPerson("Yanis Nouveau");
    const count = () => db.welcome.count(of(memberId));
    const input = { memberId, pointPersonId: leader.id, insteadOf: "" };
    return { command: desk.assignPointPerson, ...(await by(leader)), input, count };
  },
  "declining a claim": async () => {
    const { id: memberId } = await createPerson("Yanis Nouveau");
    const count = () => db.fact.count(told("adherent.declined", memberId));
    return { command: desk.declineAdherent, ...(await by(admin)), input: { memberId }, count };
  },
  "giving a mandate": async () => {
    const { id: memberId } = await createPerson("Lise Nommée");
    const input = { memberId, role: "section_leader", scope: CLERMONT, endsAt: inAWeek() };
    return { command: mandates.giveMandate, ...(await by(admin)), input, count: () => db.mandate.count(of(memberId)) };
  },
  "ending a mandate": async () => {
    const other = await holder("section_leader", CLERMONT);
    const { id: mandateId } = await db.mandate.findFirstOrThrow(of(other.id));
    const count = () => db.fact.count({ where: { name: "mandate.ended", ids: has("mandateId", mandateId) } });
    return {
      command: mandates.endMandate,
      ...(await by(admin)),
      input: { mandateId, reason: "Elle déménage." },
      count,
    };
  },
  "nominating a national admin": async () => {
    const { id: memberId } = await createPerson("Nora Nommée");
    const count = () => db.nomination.count(of(memberId));
    return { command: mandates.nominate, ...(await by(national)), input: { memberId }, count };
  },
  "agreeing with a nomination": async () => {
    const { id: memberId } = await createPerson("Nora Nommée");
    const peer = await holder("national_admin", "national");
    const { nominationId } = await mandates.nominate(await acting(peer), { memberId });
    const input = { nominationId, answer: "oui" };
    return {
      command: mandates.decideNomination,
      ...(await by(national)),
      input,
      count: () => db.mandate.count(of(memberId)),
    };
  },
  "naming who comes after": async () => {
    const next = await createPerson("Sacha Suivante", { adherent: true });
    const { id: mandateId } = await db.mandate.findFirstOrThrow(of(leader.id));
    const input = { mandateId, successorId: next.id, effectiveAt: inAWeek() };
    const count = () => db.handover.count({ where: { mandateId } });
    return { command: mandates.proposeHandover, ...(await by(leader)), input, count };
  },
  "lifting a suspension": async () => {
    const { id: memberId } = await createPerson("Sonia Suspendue");
    const row = { id: newId(), memberId, reason: "Règle 2.", beginsAt: clock.now(), endsAt: inAWeek() };
    await db.suspension.create({ data: row });
    const count = () => db.fact.count({ where: { name: "suspension.lifted", ids: has("suspensionId", row.id) } });
    return { command: mandates.liftSuspension, ...(await by(national)), input: { suspensionId: row.id }, count };
  },
};
const by = async (person: Holder) => ({ by: (await acting(person)).actor });
const has = (key: string, equals: string) => ({ path: [key], equals });
const told = (name: string, memberId: string) => ({ where: { name, ids: has("memberId", memberId) } });

describe("a button that is pressed ten times at once", () => {
  it.each(Object.keys(clicks))("%s: once, with an idempotency key and without", async (name) => {
    for (const key of [undefined, newId()]) {
      const clicked = await clicks[name]?.();
      if (!clicked) throw new Error(name);
      if (clicked.keyed && !key) continue;
      const caller = { actor: clicked.by, ...(key && { key }) };
      const press = () => outcomeOf((clicked.command as Command)(caller, clicked.input));
      const outcomes = await Promise.all(Array.from({ length: 10 }, press));
      expect(outcomes.filter((outcome) => outcome !== "ok" && outcome !== "conflict")).toEqual([]);
      expect(outcomes).toContain("ok");
      if (key) expect(new Set(outcomes)).toEqual(new Set(["ok"])); // the same request has the same answer
      expect(await clicked.count(), key ? "with a key" : "without").toBe(1);
      await db.consent.deleteMany({ where: { memberId: leader.id } });
      await db.profile.deleteMany({ where: { memberId: leader.id } });
      await db.handover.deleteMany({ where: { holderId: leader.id } });
    }
  });
});

describe("a hundred at once", () => {
  it("signatures of one handover move one mandate, whoever signs first", async () => {
    const next = await createPerson("Sacha Suivante", { adherent: true });
    const { id: mandateId } = await db.mandate.findFirstOrThrow(of(leader.id));
    const input = { mandateId, successorId: next.id, effectiveAt: clock.now() };
    const { handoverId } = await mandates.proposeHandover(await acting(leader), input);
    await mandates.confirmHandover(await acting(admin), { handoverId });
    const callers = [await acting(leader), await acting(next)];
    const signing = Array.from({ length: 100 }, (_, n) =>
      outcomeOf(mandates.signHandover(callers[n % 2] ?? { actor: leaderless }, { handoverId })),
    );
    const outcomes = await Promise.all(signing);
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(2);
    expect(outcomes.filter((outcome) => outcome !== "ok" && outcome !== "conflict")).toEqual([]);
    expect(await db.mandate.count(of(next.id))).toBe(1);
    const inForce = await db.mandate.findMany({ where: { scope: CLERMONT, role: "section_leader", endsAt: null } });
    expect(inForce.map(({ memberId }) => memberId)).toEqual([next.id]);
  });

  it("acceptances, refusals and blocks of one request leave one story", async () => {
    const other = await createPerson("Omar Ouvert");
    const callers = { mine: await acting(leader), hers: { actor: await actorOfMember(other.id) } };
    await coopains.requestCoopain(callers.mine, { memberId: other.id });
    const { id: requestId } = await db.coopainRequest.findFirstOrThrow({ where: { toId: other.id } });
    const acts = Array.from({ length: 100 }, (_, n) =>
      n === 50
        ? coopains.blockMember(callers.hers, { memberId: leader.id })
        : n % 10 === 0
          ? coopains.refuseRequest(callers.hers, { requestId })
          : coopains.acceptRequest(callers.hers, { requestId }),
    );
    const outcomes = await Promise.all(acts.map(outcomeOf));
    expect(outcomes.filter((outcome) => outcome.startsWith("fault") || outcome === "unexpected")).toEqual([]);
    expect(await db.coopain.count({ where: { memberId: { in: [leader.id, other.id] } } })).toBe(0);
    expect(await db.block.count({ where: { blockerId: other.id, blockedId: leader.id } })).toBe(1);
  });
});

describe("the last two national admins", () => {
  it("who give their mandate up together: one of them stays", async () => {
    const second = await holder("national_admin", "national");
    const giveUp = async (person: Holder) => {
      const { id: mandateId } = await db.mandate.findFirstOrThrow(of(person.id));
      return outcomeOf(mandates.endMandate(await acting(person), { mandateId, reason: "Je passe la main." }));
    };
    const outcomes = await Promise.all([national, second, national, second].map(giveUp));
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(1);
    const left = await db.mandate.count({ where: { role: "national_admin", endsAt: null } });
    expect(left).toBe(1);
  });
});

const leaderless: Actor = { kind: "visitor", id: null, grants: [] };

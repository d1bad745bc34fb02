import { randomUUID } from "node:crypto";
import { type Screen, startLive } from "@tests/support/live-server.ts";
import { startSmallRedis } from "@tests/support/small-redis.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor, holds, type Role, system } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { defineRoom } from "@/core/room.ts";
import { openDebate } from "@/features/debates/index.ts";
import { endMandate, giveMandate } from "@/features/mandates/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { person } from "./persons.ts";

// What a mandate opens closes with it, in sockets too: at once when somebody ends it, within 5 s when its time is over.
const [DEBATED, ELSEWHERE] = ["national/63/63113", "03185"];

let live: Awaited<ReturnType<typeof startLive>>;
beforeAll(async () => {
  singletons.limits = { consume: async () => {} };
  live = await startLive();
});
afterAll(async () => {
  await live.close();
});

/** A debate of the adherents of Clermont-Ferrand. */
async function adherentsDebate(): Promise<string> {
  const now = clock.now().getTime();
  const [opensAt, debateAt, closesAt] = [now - 60_000, now - 60_000, now + 3_600_000].map((time) => new Date(time));
  const { id } = await openDebate({ actor: system }, {
    question: "Faut-il changer de salle de réunion ?",
    framing: "",
    scope: DEBATED,
    audience: "adherents",
    opensAt,
    debateAt,
    closesAt,
  } as never);
  return id;
}

/** Of another section, in charge of this one by mandate. */
async function leaderByMandate(options: { endsAt?: Date; role?: Role; scope?: string } = {}) {
  const leader = await person("Lucie Locale", { section: ELSEWHERE, adherent: true });
  const { endsAt = null, role = "section_leader", scope = DEBATED } = options;
  const now = clock.now();
  const mandateId = newId();
  const of = { memberId: leader.id, role, scope };
  await db.mandate.create({ data: { id: mandateId, ...of, beginsAt: now, givenAt: now, endsAt } });
  return { ...leader, mandateId };
}

/** Her federation ends it. */
async function end({ mandateId }: { mandateId: string }): Promise<void> {
  const federation = await leaderByMandate({ role: "federation_admin", scope: "national/63" });
  await endMandate({ actor: await actorOfMember(federation.id) }, { mandateId, reason: "Elle passe la main." });
}

async function contribute(screen: Screen, debateId: string, body: string): Promise<void> {
  const input = { debateId, clientId: randomUUID(), side: "pour", body };
  expect((await screen.ask("call", { name: "debate.contribute", input })).error).toBeUndefined();
}

const closedOf = (screen: Screen) => {
  const closed: unknown[] = [];
  screen.socket.on("closed", (room: unknown) => closed.push(room));
  return closed;
};
const join = (screen: Screen, id: string) => screen.ask("join", { room: "debate", id });
const pull = (screen: Screen, id: string) => screen.ask("pull", { room: "debate", id, after: 0 });
const heard = (screen: Screen, words: string) => JSON.stringify(screen.frames).includes(words);

async function inTheDebate(options: Parameters<typeof leaderByMandate>[0] = {}) {
  const id = await adherentsDebate();
  const [leader, member] = [await leaderByMandate(options), await person("Agnès Adhérente", { adherent: true })];
  const [led, plain] = [await live.open(leader.session), await live.open(member.session)];
  for (const screen of [led, plain]) expect((await join(screen, id)).value).toMatchObject({ audience: "members" });
  await contribute(plain, id, "Des mots d’avant.");
  await expect.poll(() => heard(led, "mots d’avant")).toBe(true);
  return { id, leader, led, plain, closed: closedOf(led), undisturbed: closedOf(plain) };
}

/** She is out and told, hears nothing further and cannot ask; a member of the section notices nothing. */
async function expectOut({ id, led, plain, closed, undisturbed }: Awaited<ReturnType<typeof inTheDebate>>) {
  expect(closed).toEqual([{ room: "debate", id }]);
  expect((await pull(led, id)).error?.code).toBe("not_found");
  expect((await join(led, id)).error?.code).toBe("not_found");
  led.frames.length = 0;
  await contribute(plain, id, "Des mots d’après.");
  await expect.poll(() => heard(plain, "mots d’après")).toBe(true);
  // What is later reaches the same socket later: a frame on its way would have come before this answer.
  expect((await pull(led, id)).error?.code).toBe("not_found");
  expect(led.frames).toEqual([]);
  expect(led.socket.connected).toBe(true);
  expect(undisturbed).toEqual([]);
}

describe("a mandate that somebody ends", () => {
  it("closes to its holder, at once, the room that it opened; members of the section are not disturbed", async () => {
    const room = await inTheDebate();
    await end(room.leader);
    await expect.poll(() => room.closed.length).toBe(1);
    await expectOut(room);
  });

  it("leaves her in the rooms that stay hers, and counts her out of the others", async () => {
    const { leader, led, plain } = await inTheDebate();
    const own = await openDebate({ actor: system }, {
      question: "Et chez nous, faut-il une salle ?",
      framing: "",
      scope: "national",
      audience: "members",
      opensAt: new Date(clock.now().getTime() - 1_000),
      closesAt: new Date(clock.now().getTime() + 3_600_000),
    } as never);
    await join(led, own.id);
    const here = () => plain.frames.findLast(({ kind }) => kind === "presence")?.data;
    await expect.poll(here, { timeout: 5_000 }).toEqual({ here: 2 });
    const closed = closedOf(led);
    await end(leader);
    await expect.poll(() => closed.length).toBe(1);
    expect((await pull(led, own.id)).error).toBeUndefined();
    await expect.poll(here, { timeout: 5_000 }).toEqual({ here: 1 });
  });

  it("is heeded at the very next request, however fresh her actor was", async () => {
    const id = await adherentsDebate();
    const leader = await leaderByMandate();
    const screen = await live.open(leader.session);
    expect((await pull(screen, id)).error).toBeUndefined();
    await end(leader);
    expect((await pull(screen, id)).error?.code).toBe("not_found");
  });

  it("opens at once what a new one opens, to a socket that was there before", async () => {
    const id = await adherentsDebate();
    const leader = await person("Nora Nouvelle", { section: ELSEWHERE, adherent: true });
    const screen = await live.open(leader.session);
    expect((await join(screen, id)).error?.code).toBe("not_found");
    await giveMandate({ actor: system }, { memberId: leader.id, role: "section_leader", scope: DEBATED });
    expect((await join(screen, id)).value).toMatchObject({ audience: "members" });
  });
});

describe("a mandate whose time is over", () => {
  it("closes within 5 s the room that it opened, without anybody doing anything", async () => {
    const room = await inTheDebate({ endsAt: new Date(clock.now().getTime() + 1_000) });
    await expect.poll(() => room.closed.length, { timeout: 6_000, interval: 50 }).toBe(1);
    await expectOut(room);
  });
});

describe("a session that is half open", () => {
  const guard = (memberId: string) =>
    db.secondFactor.create({
      data: { memberId, secret: "x", createdAt: clock.now(), confirmedAt: clock.now(), lastStep: 0 },
    });

  it("is a visitor's: no room of members, no call", async () => {
    const id = await adherentsDebate();
    const agnes = await person("Agnès Prudente", { adherent: true });
    await guard(agnes.id);
    await db.session.update({ where: { id: agnes.session }, data: { secondFactorAt: null } });
    const screen = await live.open(agnes.session);
    expect((await join(screen, id)).error?.code).toBe("not_found");
    const input = { debateId: id, clientId: randomUUID(), side: "pour", body: "Sans second code, rien." };
    expect((await screen.ask("call", { name: "debate.contribute", input })).error?.code).toBe("unauthenticated");
  });

  it("ends within 5 s when the second factor was asked from another browser", async () => {
    const { leader, led } = await inTheDebate();
    await db.session.update({ where: { id: leader.session }, data: { secondFactorAt: null } });
    await guard(leader.id);
    await expect.poll(() => led.ended, { timeout: 6_000 }).toBe(true);
  });
});

describe("a room with several audiences", () => {
  const hall = defineRoom("hall", ["some", "leaders"], async (actor: Actor) => {
    if (actor.kind !== "member") throw new AppError("not_found", "absent");
    return holds(actor, ["section_leader"], DEBATED) ? "leaders" : "some";
  });

  it("moves to another one whoever has other rights, in every process, without a word", async () => {
    const redis = await startSmallRedis();
    const options = { rooms: [hall], calls: [], redisUrl: redis.url };
    const [here, away] = [await startLive(options), await startLive(options)];
    try {
      const [leader, member] = [await leaderByMandate(), await person("Paul Présent")];
      const [led, plain] = [await here.open(leader.session), await here.open(member.session)];
      const [closed, undisturbed] = [closedOf(led), closedOf(plain)];
      for (const screen of [led, plain]) await screen.ask("join", { room: "hall", id: "h1" });
      await db.mandate.update({ where: { id: leader.mandateId }, data: { endsAt: clock.now() } });
      const told = (screen: Screen, kind: string) => screen.frames.some((frame) => frame.kind === kind);
      // Told until the processes have met.
      await expect
        .poll(
          () => {
            away.live.regate([leader.id]);
            here.live.emit({ room: hall.of("h1", "some"), kind: "for some", data: {} });
            return told(led, "for some");
          },
          { interval: 50 },
        )
        .toBe(true);
      here.live.emit({ room: hall.of("h1", "leaders"), kind: "for leaders", data: {} });
      expect((await led.ask("leave", { room: "hall", id: "h1" })).error).toBeUndefined();
      expect(told(led, "for leaders")).toBe(false);
      expect([closed, undisturbed]).toEqual([[], []]);
    } finally {
      await here.close();
      await away.close();
      await redis.stop();
      singletons.publisher = undefined;
    }
  });
});

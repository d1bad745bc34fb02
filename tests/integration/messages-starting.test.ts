import { randomUUID } from "node:crypto";
import { countRows, outcomeOf, suspendInTheDatabase } from "@tests/support/worlds.ts";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { system, visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { blockMember } from "@/features/coopains/index.ts";
import {
  answerMessageRequest,
  conversationFactJobs,
  findDirect,
  getConversation,
  listConversations,
  openBetweenCoopains,
  reachOf,
  sendMessage,
  startConversation,
} from "@/features/messages/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { prepare, type Somebody, somebody, tied, told } from "./coopains-world.ts";

const ELSEWHERE = "03185";

beforeAll(() => prepare());
afterEach(() => prepare());

const words = (to: readonly { id: string }[], more: object = {}) => ({
  ...{ to: to.map(({ id }) => id), body: "Bonjour, on se voit samedi ?", clientId: randomUUID(), ...more },
});
const write = (from: Somebody, to: { id: string }, more: object = {}) =>
  startConversation(from.caller, words([to], more));
const answer = (by: Somebody, conversationId: string, said: "accept" | "refuse") =>
  answerMessageRequest(by.caller, { conversationId, answer: said });
const say = (from: Somebody, conversationId: string) =>
  sendMessage(from.caller, { conversationId, clientId: randomUUID(), body: "Et autre chose." });
const requestOf = (conversationId: string) => db.conversationRequest.findUnique({ where: { conversationId } });

describe("writing to somebody for the first time", () => {
  it("is free between coopains and within a section", async () => {
    const [ines, marc] = [await somebody("Inès"), await somebody("Marc")];
    const far = await somebody("Loin", { section: ELSEWHERE });
    await tied(ines, far);
    for (const other of [marc, far]) {
      expect(await reachOf(ines.caller.actor, other.id)).toBe("freely");
      const { conversationId } = await write(ines, other);
      expect(await requestOf(conversationId)).toBeNull();
      expect(await getConversation(ines.caller.actor, conversationId)).toMatchObject({
        ...{ kind: "direct", title: other.name, lastSeq: 1, readSeq: 1, muted: false },
        can: { write: true, add: false, name: false, leave: false, remove: false, mute: true, assign: false },
      });
      expect(await getConversation(other.caller.actor, conversationId)).toMatchObject({ title: "Inès", readSeq: 0 });
      expect(await findDirect(other.caller.actor, ines.id)).toBe(conversationId);
    }
  });

  it("is one request to a stranger: one message, until she says yes", async () => {
    const [ines, far] = [await somebody("Inès"), await somebody("Loin", { section: ELSEWHERE })];
    expect(await reachOf(ines.caller.actor, far.id)).toBe("request");
    const { conversationId } = await write(ines, far);
    expect(await getConversation(ines.caller.actor, conversationId)).toMatchObject({
      ...{ request: "sent", closedReason: "request_waits", reads: {}, can: { write: false, answerRequest: false } },
    });
    await expect(say(ines, conversationId)).rejects.toMatchObject({ code: "conflict", reason: "request_waits" });
    await expect(write(ines, far)).rejects.toMatchObject({ code: "conflict", reason: "request_waits" });
    expect(await getConversation(far.caller.actor, conversationId)).toMatchObject({
      ...{ request: "received", can: { answerRequest: true, write: true } },
    });
    await answer(far, conversationId, "accept");
    expect(await outcomeOf(say(ines, conversationId))).toBe("ok");
    expect(await reachOf(ines.caller.actor, far.id)).toBe("freely");
    expect(await reachOf(far.caller.actor, ines.id)).toBe("freely");
  });

  it("is refused in silence: who asked reads the same for ever, whatever the other does", async () => {
    const [ines, far] = [await somebody("Inès"), await somebody("Loin", { section: ELSEWHERE })];
    const { conversationId } = await write(ines, far);
    const before = await getConversation(ines.caller.actor, conversationId);
    const list = await listConversations(ines.caller.actor);
    expect((await listConversations(far.caller.actor, { box: "demandes" })).items).toHaveLength(1);
    const facts = await told(() => answer(far, conversationId, "refuse"));
    expect(facts).toEqual([{ name: "conversation.request-refused", ids: { conversationId, memberId: far.id } }]);
    expect(await getConversation(ines.caller.actor, conversationId)).toEqual(before);
    expect(await listConversations(ines.caller.actor)).toEqual(list);
    await expect(say(ines, conversationId)).rejects.toMatchObject({ reason: "request_waits" });
    for (const box of ["toutes", "demandes", "non-lues"])
      expect((await listConversations(far.caller.actor, { box })).items).toEqual([]);
    expect(await getConversation(far.caller.actor, conversationId)).toMatchObject({
      request: "received",
      refused: true,
    });
    // She may still write to her: that is a yes.
    const heard = await told(() => write(far, ines));
    expect(heard.map(({ name }) => name)).toEqual(["message.sent", "message.request-accepted"]);
    expect(await outcomeOf(say(ines, conversationId))).toBe("ok");
  });

  it("is answered by becoming coopains, a refusal too", async () => {
    const [ines, far] = [await somebody("Inès"), await somebody("Loin", { section: ELSEWHERE })];
    const { conversationId } = await write(ines, far);
    await answer(far, conversationId, "refuse");
    expect(Object.keys(conversationFactJobs)).toEqual(["coopain.accepted"]);
    await openBetweenCoopains({ actor: system }, { memberId: ines.id, otherId: far.id });
    await expect(say(ines, conversationId)).rejects.toMatchObject({ reason: "request_waits" }); // they are not
    await tied(ines, far);
    await openBetweenCoopains({ actor: system }, { memberId: far.id, otherId: ines.id });
    expect(await outcomeOf(say(ines, conversationId))).toBe("ok");
    expect(await outcomeOf(openBetweenCoopains(ines.caller, { memberId: ines.id, otherId: far.id }))).toBe("forbidden");
  });

  it("tells the two, and nobody else", async () => {
    const [ines, marc] = [await somebody("Inès"), await somebody("Marc")];
    const facts = await told(() => write(ines, marc));
    expect(facts.map(({ name }) => name)).toEqual(["conversation.started", "message.sent"]);
    expect(JSON.stringify(facts)).not.toContain("Bonjour");
  });

  it("is written once, whatever is sent twice, at once, from both sides", async () => {
    const [ines, marc] = [await somebody("Inès"), await somebody("Marc")];
    const same = words([marc]);
    const all = await Promise.all([
      ...Array.from({ length: 5 }, () => startConversation(ines.caller, same)),
      ...Array.from({ length: 5 }, () => write(ines, marc)),
      ...Array.from({ length: 5 }, () => write(marc, ines)),
    ]);
    expect(new Set(all.map(({ conversationId }) => conversationId)).size).toBe(1);
    const [first] = all;
    const rows = await db.message.findMany({
      where: { conversationId: first?.conversationId ?? "" },
      orderBy: { seq: "asc" },
    });
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 11 }, (_, n) => n + 1));
  });

  it("between two strangers at the same moment makes one request, answered by the other", async () => {
    const [ines, far] = [await somebody("Inès"), await somebody("Loin", { section: ELSEWHERE })];
    const [one, two] = await Promise.all([write(ines, far), write(far, ines)]);
    expect(one.conversationId).toBe(two.conversationId);
    expect((await requestOf(one.conversationId))?.acceptedAt).not.toBeNull();
  });

  it("is not for a visitor, a suspended member, or to oneself", async () => {
    const [ines, marc] = [await somebody("Inès"), await somebody("Marc")];
    const before = await countRows();
    expect(await outcomeOf(startConversation({ actor: visitor }, words([marc])))).toBe("unauthenticated");
    expect(await outcomeOf(write(ines, ines))).toBe("forbidden");
    expect(await countRows()).toEqual(before);
    await suspendInTheDatabase(ines.id);
    expect(await outcomeOf(startConversation({ actor: await actorOfMember(ines.id) }, words([marc])))).toBe(
      "forbidden",
    );
  });

  it("is not to whoever is hidden, blocked, erased or nobody: one answer for all", async () => {
    const ines = await somebody("Inès");
    const hidden = await somebody("Cachée", { card: "coopains" });
    const blocked = await somebody("Bloquée");
    const blocking = await somebody("Bloque");
    const gone = await somebody("Partie");
    await blockMember(ines.caller, { memberId: blocked.id });
    await blockMember(blocking.caller, { memberId: ines.id });
    await db.member.update({ where: { id: gone.id }, data: { erasedAt: clock.now() } });
    const before = await countRows();
    for (const other of [hidden, blocked, blocking, gone, { id: newId() }]) {
      expect(await reachOf(ines.caller.actor, other.id)).toBe("no");
      await expect(write(ines, other)).rejects.toMatchObject({ code: "not_found", reason: "absent" });
    }
    expect(await countRows()).toEqual(before);
  });
});

describe("a conversation that two have", () => {
  it("is closed for writing by a block, a suspension, an erasure, with the same words; the past is still read", async () => {
    const ines = await somebody("Inès");
    const ends: Record<string, (other: Somebody) => Promise<unknown>> = {
      "her own block": (other) => blockMember(ines.caller, { memberId: other.id }),
      "the other’s block": (other) => blockMember(other.caller, { memberId: ines.id }),
      "a suspension": (other) => suspendInTheDatabase(other.id),
      "an erasure": (other) => db.member.update({ where: { id: other.id }, data: { erasedAt: clock.now() } }),
    };
    const seen = new Set<string>();
    for (const [how, end] of Object.entries(ends)) {
      const other = await somebody("Autre");
      const { conversationId } = await write(ines, other);
      await end(other);
      const view = await getConversation(ines.caller.actor, conversationId);
      expect(view, how).toMatchObject({ can: { write: false }, closedReason: "cannot_write_to" });
      seen.add(String(view.closed));
      await expect(say(ines, conversationId), how).rejects.toMatchObject({
        code: "conflict",
        reason: "cannot_write_to",
      });
      await expect(write(ines, other), how).rejects.toMatchObject({ code: "conflict", reason: "cannot_write_to" });
      expect((await listConversations(ines.caller.actor)).items.map(({ id }) => id)).toContain(conversationId);
    }
    expect([...seen]).toEqual(["Tu ne peux pas écrire à cette personne pour le moment."]);
  });

  it("stays open when the tie or the section that opened it is no longer", async () => {
    const [ines, far] = [await somebody("Inès"), await somebody("Loin", { section: ELSEWHERE })];
    await tied(ines, far);
    const { conversationId } = await write(ines, far);
    await db.coopain.deleteMany({ where: { OR: [{ memberId: ines.id }, { otherId: ines.id }] } });
    expect(await outcomeOf(say(far, conversationId))).toBe("ok");
    expect(await outcomeOf(write(ines, far))).toBe("ok");
  });
});

describe("before 18", () => {
  it("one writes to coopains alone, and they to her", async () => {
    const young = await somebody("Jeune", { underAge: true });
    const [friend, neighbour] = [await somebody("Amie"), await somebody("Voisin")];
    await tied(young, friend);
    expect(await reachOf(young.caller.actor, friend.id)).toBe("freely");
    expect(await reachOf(friend.caller.actor, young.id)).toBe("freely");
    await expect(write(young, neighbour)).rejects.toMatchObject({
      code: "conflict",
      reason: "coopains_only_before_18",
    });
    await expect(write(neighbour, young)).rejects.toMatchObject({ code: "conflict", reason: "cannot_write_to" });
    for (const role of ["section_leader", "federation_admin", "moderator", "national_admin"] as const) {
      const scope =
        { section_leader: "national/63/63113", federation_admin: "national/63" }[role as string] ?? "national";
      const staff = await somebody("Staff", { mandates: [{ role, scope }] });
      expect(await reachOf(staff.caller.actor, young.id), role).toBe("no");
    }
  });
});

describe("what is counted", () => {
  it("lets five requests a day, two of a newcomer, twenty beginnings", async () => {
    const old = await somebody("Ancienne");
    const fresh = await somebody("Nouvelle");
    await db.member.update({ where: { id: old.id }, data: { joinedAt: new Date(Date.now() - 30 * 24 * 3_600_000) } });
    singletons.limits = createLimits();
    const many = async (from: Somebody, count: number, section: string) => {
      const outcomes: string[] = [];
      for (let n = 0; n < count; n++)
        outcomes.push(await outcomeOf(write(from, await somebody("Quelqu’un", { section }))));
      return outcomes.filter((outcome) => outcome === "ok").length;
    };
    expect(await many(old, 7, ELSEWHERE)).toBe(5);
    expect(await many(fresh, 4, ELSEWHERE)).toBe(2);
    expect(await many(old, 17, "63113")).toBe(15);
  });

  it("holds the same words back from a sixth conversation", async () => {
    const ines = await somebody("Inès");
    const body = "Venez toutes et tous à la grande réunion de samedi prochain, à la salle des fêtes !";
    for (let n = 0; n < 5; n++) await write(ines, await somebody("Quelqu’un"), { body });
    const sixth = await somebody("Sixième");
    const before = await countRows();
    await expect(write(ines, sixth, { body: body.toUpperCase() })).rejects.toMatchObject({
      reason: "same_text_to_many",
    });
    expect(await countRows()).toEqual(before);
    expect(await outcomeOf(write(ines, sixth))).toBe("ok");
  });
});

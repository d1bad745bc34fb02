import { blockInTheDatabase, suspendInTheDatabase } from "@tests/support/worlds.ts";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { isId } from "@/core/ids.ts";
import type { NoticeKindId } from "@/core/notice-kinds.ts";
import { acceptRequest, renewLink, requestCoopain } from "@/features/coopains/index.ts";
import { readNotices } from "@/features/notifications/index.ts";
import { tellFact } from "@/features/notifications/notice.jobs.ts";
import { tellTellings } from "@/features/notifications/tell.queries.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Tx } from "@/platform/db/client.ts";
import type { Announcement } from "@/platform/facts.ts";
import type { Telling } from "@/platform/notices.ts";
import { singletons } from "@/platform/singletons.ts";
import { ask, requestOf, type Somebody, somebody } from "./coopains-world.ts";
import { noticesOf, prepareTelling, tellAll, waitingTellings } from "./notifications-world.ts";

beforeAll(prepareTelling);
afterEach(() => {
  singletons.publisher = undefined;
});

const tell = (tellings: readonly Telling[]) =>
  db.$transaction((tx) => tellTellings(tx as unknown as Tx, tellings, clock.now()));
const telling = (to: { id: string }, from: { id: string } | null, more: Partial<Telling> = {}): Telling => ({
  ...{ kind: "post.commented", memberId: to.id, topic: "group:0123456789ab", key: "post:1", subject: "post" },
  ...{ subjectId: "0123456789ab", actorId: from?.id ?? null, ids: { postId: "0123456789ab" } },
  ...more,
});
const choose = (memberId: string, kind: NoticeKindId, inApp: boolean, mail: "now" | "daily" | "weekly" | "never") =>
  db.noticeChoice.create({ data: { memberId, kind, inApp, mail, chosenAt: clock.now() } });

describe("telling whom a fact concerns", () => {
  let asking: Somebody;
  let asked: Somebody;
  beforeAll(async () => {
    [asking, asked] = [await somebody("Inès Demande"), await somebody("Marc Répond")];
  });

  it("waits in the transaction of the fact, and writes one line to whom it names", async () => {
    await ask(asking, asked);
    expect((await waitingTellings()).map(({ data }) => data.fact)).toEqual(["coopain.requested"]);
    await tellAll();
    const [line, ...more] = await noticesOf(asked.id);
    expect(more).toEqual([]);
    expect(line).toMatchObject({ kind: "coopain.requested", actorId: asking.id, count: 1, inApp: true, mail: "now" });
    expect(isId(line?.id ?? "")).toBe(true);
    expect(await noticesOf(asking.id)).toEqual([]);
  });

  it("run again after a crash tells nobody twice, whether she read it meanwhile or not", async () => {
    await db.notice.deleteMany({ where: { memberId: asking.id } });
    await acceptRequest(asked.caller, await requestOf(asking, asked));
    const [waiting] = await waitingTellings();
    await tellAll({ twice: true });
    expect(await noticesOf(asking.id)).toMatchObject([{ kind: "coopain.accepted", count: 1 }]);
    await readNotices(asking.caller, { all: true });
    if (waiting) await tellFact.run(waiting.data);
    expect(await noticesOf(asking.id)).toMatchObject([{ count: 1 }]);
  });

  it("twice at the same moment, by two processes, is once", async () => {
    const [one, other] = [await somebody("Inès Deux"), await somebody("Marc Deux")];
    await ask(one, other);
    const [waiting] = await waitingTellings();
    if (!waiting) throw new Error("nothing waits");
    await Promise.all(Array.from({ length: 8 }, () => tellFact.run(waiting.data)));
    expect(await noticesOf(other.id)).toMatchObject([{ count: 1 }]);
  });

  it("killed midway writes nothing, and the next run tells it", async () => {
    const [one, other] = [await somebody("Inès Trois"), await somebody("Marc Trois")];
    await tellAll();
    await ask(one, other);
    const [waiting] = await waitingTellings();
    if (!waiting) throw new Error("nothing waits");
    const dies = db.$transaction(async (tx) => {
      await tellTellings(tx as unknown as Tx, [telling(other, one)], clock.now());
      throw new Error("killed");
    });
    await expect(dies).rejects.toThrow("killed");
    expect(await noticesOf(other.id)).toEqual([]);
    await tellFact.run(waiting.data);
    expect(await noticesOf(other.id)).toHaveLength(1);
  });

  it("is not enqueued for what nobody is told of", async () => {
    await tellAll();
    const link = await somebody("Léa Lien");
    await renewLink(link.caller, {});
    expect(await waitingTellings()).toEqual([]);
  });

  it("moves the screens of those who were told, and no other", async () => {
    const seen: Announcement[] = [];
    const [one, other] = [await somebody("Inès Quatre"), await somebody("Marc Quatre")];
    await requestCoopain(one.caller, { memberId: other.id, words: "" });
    singletons.publisher = (_, news) => void seen.push(...news);
    await tellAll();
    expect(seen.flatMap(({ data }) => (data as { members: string[] }).members)).toEqual([other.id]);
    // Hers alone, whichever of her screens read it.
    seen.length = 0;
    await readNotices(other.caller, { all: true });
    await readNotices(other.caller, { all: true });
    expect(seen.map(({ data }) => (data as { members: string[] }).members)).toEqual([[other.id]]);
  });
});

describe("who is not told", () => {
  let author: Somebody;
  beforeAll(async () => {
    author = await somebody("Agnès Autrice");
  });
  const toldIs = async (member: { id: string }, from: { id: string } | null, more: Partial<Telling> = {}) => {
    await tell([telling(member, from, more)]);
    return (await noticesOf(member.id)).length;
  };

  it("is whoever did it herself", async () => {
    expect(await toldIs(author, author)).toBe(0);
  });

  it("is whoever is suspended or erased", async () => {
    const [suspended, erased] = [await somebody("Sam Suspendu"), await somebody("Éva Effacée")];
    await suspendInTheDatabase(suspended.id);
    await db.member.update({ where: { id: erased.id }, data: { erasedAt: clock.now() } });
    expect([await toldIs(suspended, author), await toldIs(erased, author)]).toEqual([0, 0]);
  });

  it("is whoever blocked who did it, or was blocked", async () => {
    const [blocker, blocked] = [await somebody("Bea Bloque"), await somebody("Bob Bloqué")];
    await blockInTheDatabase(blocker.id, author.id);
    await blockInTheDatabase(author.id, blocked.id);
    expect([await toldIs(blocker, author), await toldIs(blocked, author)]).toEqual([0, 0]);
  });

  it("is whoever muted what it is about; another thing reaches her", async () => {
    const muting = await somebody("Mia Muette");
    await db.topicMute.create({
      data: { memberId: muting.id, topic: "group:0123456789ab", mutedAt: clock.now() },
    });
    expect(await toldIs(muting, author)).toBe(0);
    expect(await toldIs(muting, author, { topic: "group:another00000", key: "post:2" })).toBe(1);
  });

  it("is whoever wants it on neither way", async () => {
    const quiet = await somebody("Quentin Calme");
    await choose(quiet.id, "post.commented", false, "never");
    expect(await toldIs(quiet, author)).toBe(0);
  });

  it("is nobody, of her rights: mute, block and choice change nothing there", async () => {
    const [member, topic] = [await somebody("Dora Décidée"), "group:0123456789ab"];
    await blockInTheDatabase(member.id, author.id);
    await db.topicMute.create({ data: { memberId: member.id, topic, mutedAt: clock.now() } });
    await choose(member.id, "moderation.decided", false, "never");
    expect(await toldIs(member, author, { kind: "moderation.decided" })).toBe(1);
    expect(await noticesOf(member.id)).toMatchObject([{ inApp: true, mail: "own" }]);
  });
});

describe("how she is told", () => {
  let author: Somebody;
  beforeAll(async () => {
    author = await somebody("Agnès Autrice");
  });

  it("goes by what everybody has at first, and by what she chose", async () => {
    const [first, chosen] = [await somebody("Prune Première"), await somebody("Chloé Choisit")];
    await choose(chosen.id, "post.commented", false, "weekly");
    await choose(chosen.id, "event.changed", true, "daily");
    for (const member of [first, chosen])
      await tell([
        telling(member, author),
        telling(member, author, { kind: "event.changed", key: "event" }),
        telling(member, author, { kind: "message.received", key: "conversation" }),
      ]);
    const ways = async ({ id }: { id: string }) =>
      Object.fromEntries((await noticesOf(id)).map(({ kind, inApp, mail }) => [kind, [inApp, mail]]));
    expect(await ways(first)).toEqual({
      "post.commented": [true, "daily"],
      "event.changed": [true, "own"],
      "message.received": [false, "now"],
    });
    expect(await ways(chosen)).toEqual({
      "post.commented": [false, "weekly"],
      "event.changed": [true, "daily"],
      "message.received": [false, "now"],
    });
  });

  it("is one line for all of a kind until she reads it, then another", async () => {
    const member = await somebody("Gina Groupée");
    const [second, third] = [await somebody("Deux"), await somebody("Trois")];
    await tell([telling(member, author)]);
    await tell([telling(member, second, { many: 2 }), telling(member, third)]);
    expect(await noticesOf(member.id)).toMatchObject([{ count: 4 }]);
    await readNotices(member.caller, { topic: "group:0123456789ab" });
    await tell([telling(member, author)]);
    expect((await noticesOf(member.id)).map(({ count }) => count).sort()).toEqual([1, 4]);
  });

  it("by mail once: what comes on top of a line that left already waits for the digest", async () => {
    const member = await somebody("Nour Notifiée");
    await choose(member.id, "post.commented", true, "now");
    await tell([telling(member, author)]);
    expect(await noticesOf(member.id)).toMatchObject([{ mail: "now", mailedAt: null }]);
    await db.notice.updateMany({ where: { memberId: member.id }, data: { mailedAt: clock.now() } });
    await tell([telling(member, author)]);
    expect(await noticesOf(member.id)).toMatchObject([{ mail: "daily", mailedAt: null, count: 2 }]);
  });

  it("is in thousands of lines by one statement, each with an id of its own", async () => {
    const { sectionId, communeCode } = await db.member.findFirstOrThrow({ where: { id: author.id } });
    const many = Array.from({ length: 5_200 }, (_, n) => ({
      ...{ id: `m${String(n).padStart(11, "0")}`, name: `Membre ${n}`, email: `m${n}@example.org` },
      ...{ claim: "adherent" as const, communeCode, sectionId, joinedAt: clock.now() },
    }));
    await db.member.createMany({ data: many });
    const told = await tell(many.map((member) => telling(member, author, { kind: "debate.opened", key: "debate:x" })));
    expect(told).toMatchObject({ many: 5_200 });
    expect(told.screens).toHaveLength(5_000);
    const lines = await db.notice.findMany({ where: { key: "debate:x" }, select: { id: true } });
    expect(new Set(lines.map(({ id }) => id)).size).toBe(5_200);
    expect(lines.every(({ id }) => isId(id))).toBe(true);
  });
});

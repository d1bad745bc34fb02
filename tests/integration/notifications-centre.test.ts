import { type Action, askedAs, jsonPost, postedAs } from "@tests/support/doors.ts";
import { columns, rows, who } from "@tests/support/matrix.ts";
import {
  actorOfColumn,
  createDebate,
  createWorld,
  formOf,
  outcomeOf,
  scopes,
  sessionOfColumn,
  type World,
} from "@tests/support/worlds.ts";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/api/notifications/lu/route.ts";
import { GET } from "@/app/api/notifications/route.ts";
import { newId } from "@/core/ids.ts";
import * as notifications from "@/features/notifications/index.ts";
import { forgetNotices } from "@/features/notifications/keeping.queries.ts";
import * as actions from "@/features/notifications/notice.actions.ts";
import { essentialKinds } from "@/features/notifications/notice.policy.ts";
import { listMutedTopics } from "@/features/notifications/topic.queries.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Tx } from "@/platform/db/client.ts";
import { type Somebody, somebody, tied } from "./coopains-world.ts";
import { noticeRow, noticesOf, prepareTelling } from "./notifications-world.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", async () => (await import("@tests/support/doors.ts")).nextNavigation);

beforeAll(prepareTelling);

let reader: Somebody;
let friend: Somebody;
/** A line that she may read: a coopain of hers. */
const line = (more: Partial<Parameters<typeof noticeRow>[1]> = {}, to: Somebody = reader) =>
  noticeRow(to.id, { subject: "coopain", subjectId: friend.id, ...more });
const empty = () => db.notice.deleteMany({ where: { memberId: reader.id } });
const idsOf = async (input: unknown = {}) =>
  (await notifications.listNotices(reader.caller.actor, input)).notices.map(({ id }) => id);
const unread = () => notifications.countNotices(reader.caller.actor);

beforeAll(async () => {
  [reader, friend] = [await somebody("Lise Lectrice"), await somebody("Ami Coopain")];
  await tied(reader, friend);
});

describe("the centre", () => {
  it("shows the newest first, page after page, each once, also those of one moment", async () => {
    await empty();
    const ids: string[] = [];
    for (let n = 0; n < 45; n++) ids.push(await line({ minutes: Math.floor(n / 3) }));
    const seen: string[] = [];
    let after: string | null = "";
    while (after !== null) {
      const page: notifications.NoticeListView = await notifications.listNotices(reader.caller.actor, { apres: after });
      seen.push(...page.notices.map(({ id }) => id));
      after = page.next;
    }
    expect([...seen].sort()).toEqual([...ids].sort());
    const moments = (await noticesOf(reader.id)).map(({ at }) => at.getTime());
    expect(moments).toEqual([...moments].sort((a, b) => b - a));
  });

  it("keeps a family, or what is unread; an address that makes no sense shows all", async () => {
    await empty();
    const [old, news] = [await line({ read: true }), await line({ minutes: 1 })];
    expect(await idsOf({ famille: "coopains" })).toEqual([old, news]);
    expect(await idsOf({ famille: "debats" })).toEqual([]);
    expect(await idsOf({ voir: "non-lues" })).toEqual([news]);
    expect(await idsOf({ famille: ["x"], voir: "?", apres: "9-9" })).toEqual([old, news]);
  });

  it("leaves out what only goes by mail, and counts as it shows", async () => {
    await empty();
    await line({ inApp: false });
    const shown = await line();
    expect(await idsOf()).toEqual([shown]);
    expect(await unread()).toBe(1);
  });

  it("counts up to ninety-nine and one more", async () => {
    await empty();
    for (let n = 0; n < 103; n++) await line();
    expect(await unread()).toBe(100);
  });

  it("says what happened, why she is told, and what she may end; never what is told by right", async () => {
    await empty();
    await line({ kind: "coopain.accepted", actorId: friend.id });
    const { notices } = await notifications.listNotices(reader.caller.actor);
    expect(notices).toMatchObject([
      {
        text: expect.stringContaining("Ami Coopain"),
        why: "Tu avais demandé cette personne en coopain.",
        unread: true,
      },
    ]);
    expect(notices[0]?.can).toEqual({ end: true });
    for (const kind of essentialKinds)
      expect(await outcomeOf(notifications.endKind(reader.caller, { kind }))).toBe("conflict");
  });
});

describe("reading", () => {
  it("some, a family, what a page is about, or all; what goes by mail alone stays for its mail", async () => {
    await empty();
    const [one, two] = [await line(), await line({ topic: "debate:0123456789ab" })];
    const mailed = await line({ inApp: false, subjectId: friend.id });
    await notifications.readNotices(reader.caller, { ids: [one] });
    expect(await idsOf({ voir: "non-lues" })).toEqual([two]);
    await notifications.readNotices(reader.caller, { all: true, family: "debats" });
    expect(await unread()).toBe(1);
    await notifications.readNotices(reader.caller, { topic: "debate:0123456789ab" });
    expect(await unread()).toBe(0);
    await notifications.readNotices(reader.caller, { all: true });
    expect((await noticesOf(reader.id)).filter(({ readAt }) => readAt === null).map(({ id }) => id)).toEqual([mailed]);
    expect(await notifications.hasUnreadAbout(reader.caller.actor, { about: friend.id })).toBe(true);
    await notifications.readNotices(reader.caller, { about: friend.id });
    expect(await notifications.hasUnreadAbout(reader.caller.actor, { about: friend.id })).toBe(false);
  });

  it("at one of several things leaves the line that counts them all", async () => {
    await empty();
    const id = newId();
    for (const count of [1, 4]) {
      const row = await line({ count });
      await db.notice.update({ where: { id: row }, data: { ids: { postId: id } } });
    }
    await notifications.readNotices(reader.caller, { about: id });
    expect((await noticesOf(reader.id)).filter(({ readAt }) => readAt === null)).toMatchObject([{ count: 4 }]);
  });

  it("reads nobody else’s, and answers as if they were none", async () => {
    const other = await somebody("Une Autre");
    const hers = await line({}, other);
    expect(await notifications.readNotices(reader.caller, { ids: [hers] })).toEqual({ read: 0 });
    expect(await notifications.readNotices(reader.caller, { ids: [newId()] })).toEqual({ read: 0 });
    expect((await noticesOf(other.id)).map(({ readAt }) => readAt)).toEqual([null]);
  });

  it("says one thing at a time", async () => {
    for (const input of [{}, { all: true, ids: [newId()] }, { family: "debats" }, { all: false }, { ids: [] }])
      expect(await outcomeOf(notifications.readNotices(reader.caller, input as never))).toBe("invalid");
  });
});

describe("choosing", () => {
  const choiceOf = async (kind: string) =>
    (await notifications.getNoticeChoices(reader.caller.actor)).families
      .flatMap(({ choices }) => choices)
      .find((choice) => choice.kind === kind);

  it("holds for what comes, and for what waits", async () => {
    await empty();
    const waits = await line();
    const kind = "coopain.accepted";
    expect(await choiceOf(kind)).toMatchObject({ inApp: true, mail: "daily" });
    await notifications.chooseNotices(reader.caller, { choices: [{ kind, inApp: true, mail: "weekly" }] });
    expect(await choiceOf(kind)).toMatchObject({ inApp: true, mail: "weekly" });
    expect(await db.notice.findUnique({ where: { id: waits } })).toMatchObject({ mail: "weekly" });
    await notifications.endKind(reader.caller, { kind });
    expect(await choiceOf(kind)).toMatchObject({ inApp: false, mail: "never" });
    // What was told before stays where it was shown.
    expect(await db.notice.findUnique({ where: { id: waits } })).toMatchObject({ mail: "never", inApp: true });
  });

  it("of all mails at once leaves the centre as it was, and rights as they are", async () => {
    await notifications.chooseNotices(reader.caller, {
      choices: [{ kind: "post.commented", inApp: false, mail: "now" }],
    });
    await notifications.choosePace(reader.caller, { pace: "never" });
    const all = await notifications.getNoticeChoices(reader.caller.actor);
    const choices = all.families.flatMap((family) => family.choices);
    expect(choices.filter(({ essential, mail }) => !essential && mail !== "never")).toEqual([]);
    const chosen = await db.noticeChoice.findMany({ where: { memberId: reader.id } });
    expect(chosen.find(({ kind }) => kind === "post.commented")).toMatchObject({ inApp: false, mail: "never" });
    expect(chosen.filter(({ kind }) => essentialKinds.includes(kind as never))).toEqual([]);
    await notifications.choosePace(reader.caller, { pace: "first" });
    const again = await db.noticeChoice.findMany({ where: { memberId: reader.id, kind: "post.commented" } });
    expect(again).toMatchObject([{ inApp: false, mail: "daily" }]);
  });

  it("refuses what is told by right, and changes nothing with it", async () => {
    const before = await db.noticeChoice.findMany({ where: { memberId: reader.id } });
    const choices = (["coopain.joined", "mandate.changed"] as const).map((kind) => ({
      ...{ kind, inApp: false, mail: "never" as const },
    }));
    expect(await outcomeOf(notifications.chooseNotices(reader.caller, { choices }))).toBe("conflict");
    expect(await db.noticeChoice.findMany({ where: { memberId: reader.id } })).toEqual(before);
  });
});

describe("muting", () => {
  it("takes what she may know of, and no more; hidden answers as absent", async () => {
    const own = await createDebate("members", scopes["own section"], friend.id);
    const far = await createDebate("members", scopes["other section"], friend.id);
    await notifications.muteTopic(reader.caller, { topic: `debate:${own.id}` });
    await notifications.muteTopic(reader.caller, { topic: `debate:${own.id}` });
    expect(await listMutedTopics(reader.caller.actor)).toMatchObject([
      { topic: `debate:${own.id}`, name: "Faut-il des bus gratuits ?", what: "Débat" },
    ]);
    for (const topic of [
      `debate:${far.id}`,
      `debate:${newId()}`,
      `group:${own.id}`,
      `conversation:${newId()}`,
      `constructor:${newId()}`,
    ])
      expect(await outcomeOf(notifications.muteTopic(reader.caller, { topic })), topic).toBe("not_found");
    // What she may not know of any more is not named, and can be let go all the same.
    await db.topicMute.create({ data: { memberId: reader.id, topic: `debate:${far.id}`, mutedAt: clock.now() } });
    expect(await listMutedTopics(reader.caller.actor)).toHaveLength(1);
    for (const id of [own.id, far.id]) await notifications.unmuteTopic(reader.caller, { topic: `debate:${id}` });
    expect(await db.topicMute.count({ where: { memberId: reader.id } })).toBe(0);
  });
});

describe("forgetting", () => {
  it("takes what was read three months ago and what nobody read in a year", async () => {
    await empty();
    const days = (n: number) => ({ minutes: n * 24 * 60 });
    const kept = [await line({ ...days(89), read: true }), await line(days(364))];
    await line({ ...days(91), read: true });
    await line(days(366));
    await forgetNotices(clock.now());
    expect((await noticesOf(reader.id)).map(({ id }) => id).sort()).toEqual([...kept].sort());
  });

  it("with her account takes all that was told, chosen and muted, and her name from others’ lines", async () => {
    await empty();
    const other = await somebody("Une Autre");
    await line();
    await noticeRow(other.id, { subject: "coopain", subjectId: friend.id, actorId: reader.id });
    await noticeRow(other.id, { subject: "coopain", subjectId: reader.id, actorId: reader.id });
    const exported = (await notifications.notificationsPersonalData.read(reader.id)) as Record<string, unknown[]>;
    expect(exported.notifications).toHaveLength(1);
    expect(exported.choix?.length).toBeGreaterThan(0);
    await db.$transaction((tx) => notifications.notificationsPersonalData.erase(tx as unknown as Tx, reader));
    expect(await noticesOf(reader.id)).toEqual([]);
    expect(await db.noticeChoice.count({ where: { memberId: reader.id } })).toBe(0);
    expect(await noticesOf(other.id)).toMatchObject([{ actorId: null }]);
  });
});

describe("whose it is", () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });

  it.each(columns)("column %s reads, chooses and mutes her own, through every door", async (column) => {
    const session = sessionOfColumn(world, column);
    const may = rows.ownNotices.cells[column] === "o";
    const actor = await actorOfColumn(world, column);
    if (actor.kind === "member") {
      await db.notice.deleteMany({ where: { memberId: actor.id } });
      await noticeRow(actor.id, { subject: "coopain", subjectId: friend.id });
    }
    const refused = column === "suspended" ? "forbidden" : "unauthenticated";
    const debate = await createDebate("open", "national", friend.id);
    const topic = `debate:${debate.id}`;
    const posted = (action: unknown, fields: Record<string, string>) =>
      postedAs(session, action as Action, formOf(fields));
    const acts: [string, Promise<string>][] = [
      ["read", posted(actions.readNoticesAction, {})],
      ["choose", posted(actions.chooseNoticesAction, { sujet: "group.posted", "mail-group.posted": "never" })],
      ["pace", posted(actions.choosePaceAction, { pace: "weekly" })],
      ["end", posted(actions.endKindAction, { kind: "group.posted" })],
      ["unmute", posted(actions.unmuteTopicAction, { topic })],
    ];
    for (const [name, act] of acts) expect(await act, `${who[column]}: ${name}`).toBe(may ? "ok" : refused);
    // An open debate is there for everybody but the suspended: muting it is for members.
    const muted = await posted(actions.muteTopicAction, { topic });
    expect(muted, who[column]).toBe(may ? "ok" : column === "suspended" ? "not_found" : refused);
    const latest = () =>
      GET(new NextRequest("http://localhost/api/notifications?nombre=8"), { params: Promise.resolve({}) });
    expect((await askedAs(session, latest)).outcome).toBe(may ? "ok" : "not_found");
    expect((await askedAs(session, () => POST(jsonPost({ all: true })))).outcome).toBe(may ? "ok" : refused);
    if (!may) expect(await outcomeOf(notifications.listNotices(actor))).toBe("not_found");
    if (!may) expect(await outcomeOf(notifications.getNoticeChoices(actor))).toBe("not_found");
    expect(await notifications.countNotices(actor)).toBe(0);
  });
});

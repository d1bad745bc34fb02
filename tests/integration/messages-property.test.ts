import { addPersonRow, createConversationRow, createInboxRow, typed } from "@tests/support/messages-world.ts";
import { fc } from "@tests/support/properties.ts";
import {
  blockInTheDatabase,
  createPerson,
  outcomeOf,
  type Person,
  suspendInTheDatabase,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { jobs } from "@/composition.ts";
import {
  countUnread,
  findDirect,
  getConversation,
  listConversations,
  reachOf,
  searchMessages,
  sendMessage,
} from "@/features/messages/index.ts";
import { getLog, listHistory } from "@/features/messages/message-log.queries.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { actorOfMember } from "@/platform/session.ts";
import { tie } from "./profiles-world.ts";

const PEOPLE = 5;
const SECTION = "63113";
const pairs = Array.from({ length: PEOPLE }, (_, a) => Array.from({ length: a }, (_, b) => [b, a] as const)).flat();
const everybody = Array.from({ length: PEOPLE }, (_, n) => n);

const world = fc.record({
  people: fc.array(
    fc.record({
      near: fc.boolean(),
      card: fc.constantFrom("members", "coopains"),
      role: fc.constantFrom(null, null, null, "section_leader", "moderator", "national_admin"),
      suspended: fc.integer({ max: 9 }).map((dice) => dice === 0),
      minor: fc.integer({ max: 5 }).map((dice) => dice === 0),
    }),
    { minLength: PEOPLE, maxLength: PEOPLE },
  ),
  ties: fc.subarray(pairs, { maxLength: 4 }),
  blocks: fc.subarray(pairs, { maxLength: 2 }),
  talks: fc.array(
    fc.record({
      kind: fc.constantFrom("direct", "several", "inbox"),
      people: fc.shuffledSubarray(everybody, { minLength: 2, maxLength: 4 }),
      request: fc.constantFrom(null, null, "waits", "refused", "accepted"),
      left: fc.boolean(),
      late: fc.boolean(),
      muted: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});
type World = typeof world extends fc.Arbitrary<infer Shape> ? Shape : never;
type Talk = {
  id: string;
  kind: string;
  inside: Set<number>;
  from: Map<number, number>;
  word: string;
  member: number;
  pair: number[];
};

const among = (list: readonly (readonly [number, number])[], one: number, other: number) =>
  list.some(([a, b]) => (a === one && b === other) || (a === other && b === one));

async function build(shape: World) {
  const people: Person[] = [];
  for (const { near, card, role, suspended, minor } of shape.people) {
    const scope = role === "section_leader" ? `national/63/${SECTION}` : "national";
    const person = await createPerson("Quelqu’un", {
      ...{ section: near ? SECTION : "03185", mandates: role ? [{ role, scope }] : [] },
    });
    await db.profile.create({ data: { memberId: person.id, cardFor: card as "members", updatedAt: clock.now() } });
    if (suspended) await suspendInTheDatabase(person.id);
    const adultOn = new Date(clock.now().getTime() + 9e10);
    if (minor) await db.member.update({ where: { id: person.id }, data: { adultOn } });
    people.push(person);
  }
  const of = (n: number) => people[n] as Person;
  for (const [a, b] of shape.ties) if (!among(shape.blocks, a, b)) await tie(of(a), of(b));
  for (const [a, b] of shape.blocks) await blockInTheDatabase(of(a).id, of(b).id);
  const talks: Talk[] = [];
  for (const [index, talk] of shape.talks.entries()) talks.push(...(await begin(talk, `mot${index}secret`, of, talks)));
  return { people, talks };
}

async function begin(
  talk: World["talks"][number],
  word: string,
  of: (n: number) => Person,
  before: readonly Talk[],
): Promise<Talk[]> {
  const { kind, people, request, left, late, muted } = talk;
  const [first = 0, second = 1] = people;
  const ids = people.map((n) => of(n).id);
  const messages = [`Un ${word}.`];
  const made = { kind, word, member: first, from: new Map<number, number>() };
  if (kind === "inbox") {
    if (before.some((other) => other.kind === "inbox" && other.member === first)) return [];
    const { id } = await createInboxRow(`national/63/${SECTION}`, of(first).id, messages);
    return [{ ...made, id, inside: new Set([first]), pair: [] }];
  }
  if (kind === "direct") {
    const pair = [first, second].sort();
    if (before.some((other) => String(other.pair) === String(pair))) return [];
    const { id: conversationId } = await createConversationRow({ people: ids.slice(0, 2), messages });
    const at = { waits: {}, refused: { refusedAt: clock.now() }, accepted: { acceptedAt: clock.now() } };
    if (request) {
      const asked = { conversationId, fromId: of(first).id, toId: of(second).id, sentAt: clock.now() };
      await db.conversationRequest.create({ data: { ...asked, ...at[request as "waits"] } });
    }
    return [{ ...made, id: conversationId, inside: new Set(pair), pair }];
  }
  const { id } = await createConversationRow({ kind: "several", people: ids, messages });
  const inside = new Set(people);
  if (left && inside.size > 2) {
    const gone = people.at(-1) ?? 0;
    await db.participant.updateMany({
      where: { conversationId: id, memberId: of(gone).id },
      data: { leftAt: clock.now() },
    });
    inside.delete(gone);
  }
  const newcomer = everybody.find((n) => !people.includes(n));
  if (late && newcomer !== undefined) {
    await addPersonRow(id, of(newcomer).id);
    inside.add(newcomer);
    made.from.set(newcomer, 1);
  }
  if (muted)
    await db.participant.updateMany({
      where: { conversationId: id, memberId: of(first).id },
      data: { mutedAt: clock.now() },
    });
  return [{ ...made, id, inside, pair: [] }];
}

/** Whether somebody reads a conversation, told again without SQL. */
function reads(shape: World, talk: Talk, reader: number): boolean {
  const who = shape.people[reader];
  if (!who || who.suspended) return false;
  if (talk.inside.has(reader)) return true;
  const answers = who.role === "section_leader" || who.role === "national_admin";
  return talk.kind === "inbox" && answers && talk.member !== reader;
}

beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
});

describe("in any world of people and conversations", () => {
  it("what a list, a count, a search and a number show is what the item shows, and each reads what is hers alone", {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(world, async (shape) => {
        const { people, talks } = await build(shape);
        for (const reader of everybody) {
          const actor = await actorOfMember(people[reader]?.id ?? "");
          const opened: Talk[] = [];
          for (const talk of talks) {
            const ways = [getConversation(actor, talk.id), getLog(actor, talk.id, 0), listHistory(actor, talk.id)];
            const outcomes = await Promise.all(ways.map(outcomeOf));
            expect(new Set(outcomes)).toEqual(new Set([reads(shape, talk, reader) ? "ok" : "not_found"]));
            if (outcomes[0] === "ok") opened.push(talk);
          }
          if (actor.kind !== "member") continue;
          const own = opened.filter(({ inside }) => inside.has(reader));
          const ids = async (box: string) => (await listConversations(actor, { box })).items.map(({ id }) => id);
          const views = await Promise.all(own.map(({ id }) => getConversation(actor, id)));
          const waits = views.filter(({ request }) => request === "received");
          const boxes = [await ids("toutes"), await ids("demandes"), await ids("non-lues")];
          expect(boxes[0]?.sort()).toEqual(
            views
              .filter((one) => !waits.includes(one))
              .map(({ id }) => id)
              .sort(),
          );
          expect(boxes[1]?.sort()).toEqual(
            waits
              .filter(({ refused, can }) => !refused && can.answerRequest)
              .map(({ id }) => id)
              .sort(),
          );
          expect((await countUnread(actor)).requests).toBe(boxes[1]?.length);
          const items = (await listConversations(actor)).items;
          const unread = items.filter((one) => one.unread > 0);
          expect(boxes[2]?.sort()).toEqual(unread.map(({ id }) => id).sort());
          expect((await countUnread(actor)).conversations.sort()).toEqual(
            unread
              .filter(({ muted }) => !muted)
              .map(({ id }) => id)
              .sort(),
          );
          for (const talk of talks) {
            const readable = own.includes(talk) && !talk.from.has(reader);
            const found = async (conversationId?: string) =>
              (await searchMessages(actor, { q: talk.word, conversationId })).found.map((one) => one.conversationId);
            expect(await found()).toEqual(readable ? [talk.id] : []);
            const within = opened.includes(talk) && !talk.from.has(reader);
            expect(await found(talk.id)).toEqual(within ? [talk.id] : []);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it("writing is what the screen says, and a block closes both ways alike", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(world, async (shape) => {
        const { people, talks } = await build(shape);
        const idOf = (n: number) => people[n]?.id ?? "";
        for (const [a, b] of pairs) {
          const [one, two] = [await actorOfMember(idOf(a)), await actorOfMember(idOf(b))];
          const reach = [await reachOf(one, idOf(b)), await reachOf(two, idOf(a))];
          if (among(shape.blocks, a, b)) expect(reach).toEqual(["no", "no"]);
          const talk = talks.find(({ pair }) => String(pair) === String([a, b].sort()));
          if (!talk || one.kind !== "member" || two.kind !== "member") continue;
          expect([await findDirect(one, idOf(b)), await findDirect(two, idOf(a))]).toEqual([talk.id, talk.id]);
          const closed = among(shape.blocks, a, b);
          for (const actor of [one, two]) {
            const { can, closedReason } = await getConversation(actor, talk.id);
            if (closed) expect(closedReason).toBe("cannot_write_to");
            expect(await outcomeOf(sendMessage({ actor }, typed(talk.id)))).toBe(can.write ? "ok" : "conflict");
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});

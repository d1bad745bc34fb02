import { randomUUID } from "node:crypto";
import { newId } from "@/core/ids.ts";
import { db, sql } from "@/platform/db/client.ts";
import {
  broadcastStory,
  type ConversationStory,
  conversationStories,
  type InboxStory,
  inboxStories,
  type Voice,
} from "./messages-story.ts";
import { tellMessageReport } from "./moderation.ts";
import { everybody, type Person } from "./speakers.ts";

const MINUTE_MS = 60_000;
const INES = "cast00000001";
const SECTION = "national/63/63113";
const FEDERATION = "national/63";

/** One message of a conversation that is being written. */
type Line = { by: string; words: string; at: Date; fromPlace?: boolean };

/** Conversations of the demo: of two, of several, with places; a request that waits; what a section wrote to all. */
export async function seedMessages(now: Date): Promise<void> {
  const people = (await everybody()).filter(({ suspended }) => !suspended);
  const crowd = people.filter(({ id }) => !id.startsWith("cast") && !id.startsWith("newc"));
  const neighbours = crowd.filter(({ scope }) => scope === SECTION);
  const around = crowd.filter(({ scope }) => scope.startsWith(`${FEDERATION}/`) && scope !== SECTION);
  const voices = await castOf(neighbours, around);
  for (const story of conversationStories) await tellConversation(story, voices, now);
  const askers = { section: neighbours.slice(4), federation: around };
  for (const [index, story] of inboxStories.entries()) await tellInbox(story, askers[story.at][index]?.id, now);
  await tellBroadcast(neighbours.slice(7), now);
}

/** Who speaks: a member of the section whom the secretary knows, and somebody of the federation whom she does not. */
async function castOf(neighbours: readonly Person[], around: readonly Person[]): Promise<Record<Voice, string>> {
  const [, , neighbour, seller] = neighbours;
  const [stranger] = await strangersTo(INES, around);
  if (!neighbour || !seller || !stranger) throw new Error("nobody to write to the secretary");
  const cast = { ines: INES, yanis: "cast00000002", maryse: "cast00000003", bruno: "cast00000004" };
  return { ...cast, samuel: "cast00000007", neighbour: neighbour.id, seller: seller.id, stranger: stranger.id };
}

/** Of these, whom a member does not know and whose card she sees: who knows most of her coopains first. */
const strangersTo = (memberId: string, among: readonly Person[]) =>
  db.$queryRaw<{ id: string }[]>(sql`
    select m.id from member m join profile p on p.member_id = m.id and p.card_for in ('members', 'everyone')
    where m.id = any(${among.map(({ id }) => id)}::text[])
      and not exists (select 1 from coopain t where t.member_id = ${memberId} and t.other_id = m.id)
    order by (select count(*) from coopain t join coopain u on u.other_id = t.other_id and u.member_id = ${memberId}
      where t.member_id = m.id) desc, m.id limit 1`);

async function tellConversation(story: ConversationStory, voices: Record<Voice, string>, now: Date): Promise<void> {
  const { people, said, unread = [], name = "", request } = story;
  const ids = people.map((voice) => voices[voice]);
  const lines = said.map(({ by, words, ago }) => ({ by: voices[by], words, at: before(now, ago) }));
  const [low, high] = people.length === 2 ? [...ids].sort() : [null, null];
  const [first] = lines;
  const id = newId();
  await db.conversation.create({
    data: {
      ...{ id, kind: people.length === 2 ? "direct" : "several", name, lowId: low ?? null, highId: high ?? null },
      ...{ createdById: first?.by ?? null, createdAt: first?.at ?? now, ...endOf(lines, now) },
    },
  });
  await writeLines(id, ids, lines, new Set(unread.map((voice) => voices[voice])));
  const [fromId, toId] = ids;
  if (request && fromId && toId)
    await db.conversationRequest.create({ data: { conversationId: id, fromId, toId, sentAt: first?.at ?? now } });
  for (const [index, { reported }] of said.entries())
    if (reported) {
      const { by, rule, words, ago } = reported;
      await tellMessageReport(id, index + 1, { rule, words, reporterId: voices[by], at: before(now, ago) });
    }
}

async function tellInbox({ at, said }: InboxStory, memberId: string | undefined, now: Date): Promise<void> {
  if (!memberId) throw new Error("nobody writes to a place");
  const lines = said.map(({ by, words, ago }) => ({
    ...{ by: by === "member" ? memberId : INES, words, at: before(now, ago) },
    fromPlace: by !== "member",
  }));
  await openInbox(at === "section" ? SECTION : FEDERATION, memberId, lines, now);
}

/** A member's conversation with a place, as the commands leave it. */
async function openInbox(scope: string, memberId: string, lines: readonly Line[], now: Date): Promise<void> {
  const id = newId();
  const [last, asked] = [lines.at(-1), lines.findLast(({ fromPlace }) => !fromPlace)];
  await db.conversation.create({
    data: {
      ...{ id, kind: "inbox", scope, memberId, createdById: memberId, createdAt: lines[0]?.at ?? now },
      ...{
        ...endOf(lines, now),
        askedAt: asked?.at ?? null,
        waitingSince: last?.fromPlace ? null : (last?.at ?? null),
      },
      assigneeId: lines.find(({ fromPlace }) => fromPlace)?.by ?? null,
    },
  });
  await writeLines(id, [memberId], lines, new Set());
}

/** The secretary wrote to all members of her section; one of them answered, another asked not to get these any more. */
async function tellBroadcast(neighbours: readonly Person[], now: Date): Promise<void> {
  const { ago, words, answer } = broadcastStory;
  const [id, at] = [newId(), before(now, ago)];
  const [answering, opposed] = neighbours;
  if (!answering || !opposed) throw new Error("nobody gets a broadcast");
  await db.broadcastOpposition.create({
    data: { memberId: opposed.id, scope: SECTION, opposedAt: before(now, ago * 2) },
  });
  const gets = await db.member.findMany({
    where: {
      ...{ sectionId: "63113", joinedAt: { lt: at }, id: { notIn: [INES, opposed.id] } },
      suspensions: { none: {} },
      inboxConversations: { none: { scope: SECTION } }, // whose words are told already
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  const end = { doneAt: at, carriedCount: gets.length, carriedTo: gets.at(-1)?.id ?? "" };
  await db.broadcast.create({ data: { id, scope: SECTION, authorId: INES, words, sentAt: at, ...end } });
  await db.$executeRaw(sql`
    with gets as (select * from unnest(${gets.map(() => newId())}::text[], ${gets.map(() => newId())}::text[],
      ${gets.map((one) => one.id)}::text[]) as g(new_id, message_id, member_id)
    ), opened as (
      insert into conversation (id, kind, scope, member_id, created_by_id, created_at, last_at)
      select new_id, 'inbox', ${SECTION}, member_id, ${INES}, ${at}, ${at} from gets
      on conflict (scope, member_id) do update set last_at = greatest(conversation.last_at, excluded.last_at)
      returning id, member_id, last_seq
    ), there as (
      insert into participant (conversation_id, member_id, joined_at) select id, member_id, ${at} from opened on conflict do nothing
    ), reading as (
      insert into conversation_read (conversation_id, member_id, told_seq) select id, member_id, last_seq + 1 from opened
      on conflict (conversation_id, member_id) do update set told_seq = excluded.told_seq
    )
    insert into message (id, conversation_id, seq, author_id, from_place, body, client_id, broadcast_id, created_at)
    select g.message_id, o.id, o.last_seq + 1, ${INES}, true, ${words}, gen_random_uuid(), ${id}, ${at}
    from opened o join gets g on g.member_id = o.member_id`);
  await db.$executeRaw(sql`
    update conversation v set last_seq = v.last_seq + 1 from message x where x.broadcast_id = ${id} and x.conversation_id = v.id`);
  const { id: conversationId, lastSeq } = await db.conversation.findFirstOrThrow({
    where: { scope: SECTION, memberId: answering.id },
  });
  const [seq, answeredAt] = [lastSeq + 1, before(now, answer.ago)];
  const said = { id: newId(), conversationId, seq, authorId: answering.id, body: answer.words, clientId: randomUUID() };
  await db.message.create({ data: { ...said, createdAt: answeredAt } });
  await db.conversation.update({
    where: { id: conversationId },
    data: { lastSeq: seq, lastAt: answeredAt, askedAt: answeredAt, waitingSince: answeredAt },
  });
  await db.conversationRead.update({
    where: { conversationId_memberId: { conversationId, memberId: answering.id } },
    data: { readSeq: seq, readAt: answeredAt, toldSeq: seq },
  });
}

const before = (now: Date, minutes: number) => new Date(now.getTime() - minutes * MINUTE_MS);

const endOf = (lines: readonly Line[], now: Date) => ({ lastSeq: lines.length, lastAt: lines.at(-1)?.at ?? now });

/** Its messages, who is in it, and how far each has read: to the end, or up to her own last words. */
async function writeLines(
  conversationId: string,
  people: readonly string[],
  lines: readonly Line[],
  unread: ReadonlySet<string>,
): Promise<void> {
  const joinedAt = lines[0]?.at ?? new Date();
  await db.participant.createMany({
    data: people.map((memberId) => ({ conversationId, memberId, joinedAt, addedById: null })),
  });
  await db.message.createMany({
    data: lines.map(({ by, words, at, fromPlace = false }, index) => ({
      ...{ id: newId(), conversationId, seq: index + 1, authorId: by, body: words, fromPlace },
      ...{ clientId: randomUUID(), createdAt: at },
    })),
  });
  const readers = [...new Set([...people, ...lines.map(({ by }) => by)])];
  await db.conversationRead.createMany({
    data: readers.map((memberId) => ({
      ...{ conversationId, memberId, readAt: lines.at(-1)?.at ?? joinedAt, toldSeq: lines.length },
      readSeq: unread.has(memberId) ? lines.findLastIndex(({ by }) => by === memberId) + 1 : lines.length,
    })),
  });
}

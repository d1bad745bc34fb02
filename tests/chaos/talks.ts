import { newId } from "@/core/ids.ts";
import { paths } from "@/core/paths.ts";
import { pool } from "@/platform/db/client.ts";
import type { Page, StoredContribution, TalkHistory } from "./history.ts";
import { marksIn } from "./marks.ts";
import type { Product } from "./product.ts";
import type { RunState } from "./run-state.ts";
import { openTab } from "./screen.ts";
import { createTalkPage } from "./talk-page.ts";
import { createTalker, type Talker, type TalkRecord } from "./talker.ts";

/** How many are in each conversation; some have a second tab. */
const PEOPLE = 4;
const CONVERSATIONS_MAX = 20;

type Site = { products: readonly Product[]; random: () => number };
type Person = { id: string; cookie: string };
type TalkTab = ReturnType<typeof openTab<ReturnType<typeof createTalkPage>>>;
type Talk = TalkRecord & { people: readonly Person[]; tabs: TalkTab[]; closed: Page[] };

/** Conversations of a run's members, beside its debate: in each, people who write, read, mend, delete, on every process. */
export async function openTalks(run: RunState, members: readonly Person[], { products, random }: Site) {
  const count = Math.min(CONVERSATIONS_MAX, Math.max(1, Math.floor(members.length / PEOPLE)));
  const talkers: Talker[] = [];
  let opened = 0;
  const talks: Talk[] = [];

  function open(talk: Talk, person: Person, name: string, talker?: Talker): void {
    const { id: memberId, cookie } = person;
    const url = products[opened++ % products.length]?.url ?? "";
    const tab = openTab(
      run,
      { name, memberId, cookie, url },
      {
        ...{ room: "conversation" as const, id: talk.id, path: paths.api.messageLog(talk.id), closed: talk.closed },
        pageNamed: (title) => createTalkPage({ name: title, memberId }),
        reloaded: () => talker?.reloaded(),
      },
    );
    talker?.sitAt(tab);
    talk.tabs.push(tab);
  }

  for (let n = 0; n < count; n++) {
    const people = members.slice(n * PEOPLE, (n + 1) * PEOPLE);
    const id = await createConversation(people.map((person) => person.id));
    const talk: Talk = { id, people, sent: [], edits: [], hidden: new Map(), reads: new Map(), tabs: [], closed: [] };
    talks.push(talk);
    for (const [index, person] of people.entries()) {
      const talker = createTalker(run, person.id, talk, random);
      talkers.push(talker);
      open(talk, person, `conversation ${n}, person ${index}`, talker);
    }
    const [first] = people;
    if (first && n % 2 === 0) open(talk, first, `conversation ${n}, person 0, second tab`);
  }

  return {
    talkers,
    tabs: () => talks.flatMap(({ tabs }) => tabs),
    /** A later read of each: a browser that was never there before. */
    openLater(): void {
      for (const [n, talk] of talks.entries()) {
        const person = talk.people.find(({ id }) => !run.suspended.has(id));
        if (person) open(talk, person, `conversation ${n}, a later page`);
      }
    },
    histories: (isFinal: (memberId: string | null) => boolean): Promise<TalkHistory[]> =>
      Promise.all(talks.map((talk, n) => historyOf(`conversation ${n}`, talk, isFinal))),
    counts() {
      const sent = talks.flatMap((talk) => talk.sent);
      return {
        conversations: talks.length,
        sent: sent.length,
        acked: sent.filter(({ ack }) => ack).length,
        edits: talks.flatMap((talk) => talk.edits).filter(({ acked }) => acked).length,
        deletions: talks.flatMap((talk) => [...talk.hidden.values()]).filter(Number.isFinite).length,
        reads: talks.reduce((sum, { reads }) => sum + reads.size, 0),
      };
    },
  };
}

export type Talks = Awaited<ReturnType<typeof openTalks>>;

async function createConversation(memberIds: readonly string[]): Promise<string> {
  const id = newId();
  await pool().query(
    `insert into conversation (id, kind, created_by_id, created_at, last_at) values ($1, 'several', $2, now(), now())`,
    [id, memberIds[0]],
  );
  await pool().query(
    `insert into participant (conversation_id, member_id, joined_at) select $1, unnest($2::text[]), now()`,
    [id, memberIds],
  );
  return id;
}

type Row = { id: string; seq: number; authorId: string; clientId: string; hidden: boolean; body: string };

async function historyOf(
  name: string,
  talk: Talk,
  isFinal: (memberId: string | null) => boolean,
): Promise<TalkHistory> {
  const [conversations, messages, changes, reads] = await Promise.all([
    pool().query<{ lastSeq: number }>(`select last_seq as "lastSeq" from conversation where id = $1`, [talk.id]),
    pool().query<Row>(
      `select id, seq, author_id as "authorId", client_id as "clientId", deleted_at is not null as hidden, body
       from message where conversation_id = $1 order by seq`,
      [talk.id],
    ),
    pool().query<TalkHistory["stored"]["changes"][number]>(
      `select seq, case kind when 'deleted' then 'hidden' else kind::text end as kind, message_id as "contributionId"
       from conversation_change where conversation_id = $1 order by seq`,
      [talk.id],
    ),
    pool().query<{ memberId: string; stored: number }>(
      `select member_id as "memberId", read_seq as stored from conversation_read where conversation_id = $1`,
      [talk.id],
    ),
  ]);
  const contributions = messages.rows.map(
    ({ body, ...row }): StoredContribution => ({
      ...row,
      ...{ side: "pour", parentId: null, agree: 0, disagree: 0, pass: 0, replies: 0, mark: marksIn(body)[0] ?? null },
    }),
  );
  const kept = new Map(reads.rows.map(({ memberId, stored }) => [memberId, stored]));
  return {
    ...{ name, sent: talk.sent, edits: talk.edits, hidden: talk.hidden },
    pages: [...talk.closed, ...talk.tabs.map((tab) => tab.page().history(isFinal(tab.memberId)))],
    stored: { lastSeq: conversations.rows[0]?.lastSeq ?? 0, contributions, changes: changes.rows },
    reads: [...talk.reads].map(([memberId, acked]) => ({ memberId, acked, stored: kept.get(memberId) ?? 0 })),
  };
}

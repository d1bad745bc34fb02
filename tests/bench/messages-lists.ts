import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Member } from "@/core/actor.ts";
import { countUnread, getConversation, listConversations, reachOf, searchMessages } from "@/features/messages/index.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { type PeopledWorld, peopledWorld, plansOf } from "./people-world.ts";
import { type Case, type Compared, compare, row, type Sides } from "./side-by-side.ts";

/** Neighbours on the map with a twentieth of the country's people: where a party of 5,000 is as dense as one of 100,000. */
const BEGINNING = ["15", "42", "63", "69"];
const SIZES = {
  small: { members: 5_000, ties: 10_000, conversations: 7_500, federations: BEGINNING },
  large: { members: 100_000, ties: 200_000, conversations: 150_000 },
};
const READERS = 61;
const ROUNDS = 303;
/** In how many conversations those who ask are, at least. */
const CONVERSATIONS = 40;
/** Words as people look for them: in one message of twelve, in one of a thousand, in none; and a name of two letters. */
const words = ["réunion", "covoiturage gare", "chrysanthème", "local", "tracts marché", "ou"];
const at = <T>(list: readonly T[], turn: number): T => list[turn % list.length] as T;

/** What a reader's questions need to know beforehand, asked once of each. */
type Reader = Member & { conversation: string; other: string };
const as = (reader: Member): Reader => reader as Reader;

/** What somebody with fifty conversations asks of them, as her pages do. */
const cases: Case[] = [
  { name: "conversations, the list", ask: (reader) => listConversations(reader) },
  { name: "conversations, unread", ask: (reader) => listConversations(reader, { box: "non-lues" }) },
  { name: "conversations, requests", ask: (reader) => listConversations(reader, { box: "demandes" }) },
  { name: "the badge of every page", ask: (reader) => countUnread(reader) },
  { name: "a conversation", ask: (reader) => getConversation(reader, as(reader).conversation) },
  { name: "may I write to her", ask: (reader) => reachOf(reader, as(reader).other) },
  { name: "search, everywhere", ask: (reader, turn) => searchMessages(reader, { q: at(words, turn) }) },
  {
    name: "search, in one",
    ask: (reader, turn) => searchMessages(reader, { q: at(words, turn), conversationId: as(reader).conversation }),
  },
];

/** Members of so many conversations, at the same places along the map in both worlds, each with her longest one. */
async function readersOf({ pools, enter }: PeopledWorld): Promise<Reader[]> {
  enter();
  const { rows } = await (pools[0] as PeopledWorld["pools"][number]).query<{
    id: string;
    conversation: string;
    other: string;
  }>(
    `select m.id, c.id as conversation, (select o.member_id from participant o where o.conversation_id = c.id and o.member_id <> m.id limit 1) as other
     from (
       select m.id, row_number() over (order by m.section_id, m.id) as place, count(*) over () as all
       from member m join section s on s.id = m.section_id
       where s.federation_id = any($2::text[]) and m.erased_at is null
         and not exists (select 1 from suspension u where u.member_id = m.id)
         and (select count(*) from participant p where p.member_id = m.id and p.left_at is null) >= $3::int) as m
     cross join lateral (select v.id from participant p join conversation v on v.id = p.conversation_id
       where p.member_id = m.id and p.left_at is null order by v.last_seq desc, v.id limit 1) as c
     where place * $1::int / m.all > (place - 1) * $1::int / m.all order by md5(m.id)`,
    [READERS, BEGINNING, CONVERSATIONS],
  );
  const readers = await Promise.all(rows.map(async ({ id, ...rest }) => ({ ...(await actorOfMember(id)), ...rest })));
  return readers.filter((reader) => reader.kind === "member") as Reader[];
}

/** The lists, counts and searches of a party of 100,000 with 150,000 conversations beside one of a twentieth, in one run. */
export async function benchMessagesLists(args: string[]) {
  const option = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: { plans: option, kept: option, only: option, rounds: option, json: { type: "boolean" } },
  });
  singletons.limits = { consume: async () => {} };
  const worlds: Sides<PeopledWorld> = {
    small: await peopledWorld("talk_small", SIZES.small, values.kept),
    large: await peopledWorld("talk_large", SIZES.large, values.kept),
  };
  for (const [name, { generated }] of Object.entries(worlds)) console.error(`${name}: ${JSON.stringify(generated)}`);
  const readers = { small: await readersOf(worlds.small), large: await readersOf(worlds.large) };
  console.error(`readers: ${readers.small.length}, ${readers.large.length}`);
  console.error("| what | 7,500 | 150,000 conversations | bare | ratio | pages |\n|---|---|---|---|---|---|");
  const results: Record<string, Compared> = {};
  const plans: string[] = [];
  for (const { name, ask } of cases.filter((one) => !values.only || one.name.includes(values.only))) {
    const compared = await compare(worlds, readers, ask, Number(values.rounds ?? ROUNDS));
    results[name] = compared;
    console.error(row(name, compared));
    const reader = readers.large[7];
    if (values.plans && reader) plans.push(`## ${name}\n\n${await plansOf(worlds.large, () => ask(reader, 1))}\n`);
  }
  if (values.plans) writeFileSync(values.plans, plans.join("\n"));
  return { generated: { small: worlds.small.generated, large: worlds.large.generated }, results };
}

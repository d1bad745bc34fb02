import type { Actor } from "@/core/actor.ts";
import { paths } from "@/core/paths.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { visibleDebates } from "../debates/index.ts";
import { visibleEvents } from "../events/index.ts";
import { visibleGroups } from "../groups/index.ts";
import { answersInbox } from "../messages/index.ts";
import { readTopic, topicWords } from "./notice.rules.ts";

/** What may be muted: id, slug and name of each sort, of those that the actor may know of. */
const named: Readonly<Record<string, (actor: Actor, which: Sql) => Sql>> = {
  group: (actor, which) =>
    sql`select g.id, g.slug, g.name from member_group g where g.id ${which} and ${visibleGroups(actor)}`,
  debate: (actor, which) =>
    sql`select d.id, d.slug, d.question as name from debate d where d.id ${which} and ${visibleDebates(actor)}`,
  event: (actor, which) =>
    sql`select e.id, e.slug, e.title as name from event e where e.id ${which} and ${visibleEvents(actor)}`,
  conversation: (actor, which) => sql`
    select v.id, '' as slug, m.name from conversation v join member m on m.id = v.member_id
    where v.id ${which} and ${answersInbox(actor)}`,
};
const pages: Readonly<Record<string, (of: { id: string; slug: string }) => string>> = {
  group: paths.group,
  debate: paths.debate,
  event: paths.event,
  conversation: ({ id }) => paths.conversation(id),
};

/** Whether a topic is of something that the actor may know of, as a statement of one row or none. */
export function visibleTopic(actor: Actor, topic: string): Sql {
  const read = readTopic(topic);
  const of = read && named[read.sort];
  return of ? of(actor, sql`= ${read.id}`) : sql`select 1 where false`;
}

type MutedTopic = { topic: string; name: string; what: string; href: string };

/** What a member muted, by its name of today, the latest first; what she may not know of any more is not named. */
export async function listMutedTopics(actor: Actor): Promise<MutedTopic[]> {
  if (actor.kind !== "member") return [];
  const rows = await readRows<{ topic: string }>(sql`
    select topic from topic_mute where member_id = ${actor.id} order by muted_at desc limit 200`);
  const idsOf = (sort: string) =>
    rows.flatMap(({ topic }) => {
      const read = readTopic(topic);
      return read?.sort === sort ? [read.id] : [];
    });
  const found = new Map<string, MutedTopic>();
  await Promise.all(
    Object.entries(named).map(async ([sort, of]) => {
      const ids = idsOf(sort);
      if (ids.length === 0) return;
      const known = await readRows<{ id: string; slug: string; name: string }>(of(actor, sql`= any(${ids}::text[])`));
      for (const one of known) {
        const topic = `${sort}:${one.id}`;
        found.set(topic, { topic, name: one.name, what: topicWords[sort]?.what ?? "", href: pages[sort]?.(one) ?? "" });
      }
    }),
  );
  return rows.flatMap(({ topic }) => found.get(topic) ?? []);
}

/** Whether a member muted this. */
export async function isMuted(actor: Actor, topic: string): Promise<boolean> {
  if (actor.kind !== "member") return false;
  const rows = await readRows(
    sql`select 1 as found from topic_mute where member_id = ${actor.id} and topic = ${topic}`,
  );
  return rows.length > 0;
}

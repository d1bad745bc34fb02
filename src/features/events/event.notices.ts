import type { Actor } from "@/core/actor.ts";
import { clockTime, weekdayAndDay } from "@/core/french-dates.ts";
import { doers, quoted } from "@/core/notice-words.ts";
import { paths } from "@/core/paths.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { type NoticeRow, type Notices, type NoticeWords, toldColumns } from "@/platform/notices.ts";
import { namesFor } from "../profiles/index.ts";
import { visibleEvents } from "./event.policy.ts";

const topic = sql`'event:' || e.id`;

/** What members are told of events, but for what becomes of their own places: that is participation's. */
export const eventNotices: Notices = {
  sources: [
    {
      kind: "event.published",
      fact: "event.published",
      // Those of her section and of her groups: what happens in the federation and the country stands in the agenda.
      told: ({ eventId }) => sql`select ${toldColumns({
        member: sql`m.id`,
        topic: sql`coalesce('group:' || e.group_id, ${topic})`,
        key: topic,
        subject: "event",
        subjectId: sql`e.id`,
        actor: sql`coalesce(e.published_by, e.created_by_id)`,
      })} from (select e.*, (select x.by_id from event_change x where x.event_id = e.id and x.kind = 'published'
          order by x.at desc limit 1) as published_by from event e where e.id = ${eventId} and e.stage = 'published') e
        join lateral (
          select b.member_id from group_membership b where b.group_id = e.group_id
          union select h.id from section s join member h on h.section_id = s.id
            where e.audience <> 'group' and (s.scope = e.scope or exists (
              select 1 from event_co_section k where k.event_id = e.id and k.accepted and k.scope = s.scope))
          union select h.id from member_group g join section s on s.scope = g.place join member h on h.section_id = s.id
            where g.id = e.group_id) b on true
        join member m on m.id = b.member_id
        where m.erased_at is null and e.audience <> 'invited' and m.id is distinct from e.created_by_id
          and (not e.adherents_only or m.adherent_since is not null)
          and not exists (select 1 from event_organiser o where o.event_id = e.id and o.member_id = m.id)`,
    },
    {
      kind: "event.invited",
      fact: "event.member-invited",
      concerns: ({ anew }) => anew === 1,
      told: ({ eventId, memberId }) => sql`select ${toldColumns({
        member: sql`v.member_id`,
        topic,
        key: topic,
        subject: "event-invitation",
        subjectId: sql`e.id`,
        actor: sql`v.invited_by_id`,
      })} from event e join event_invitee v on v.event_id = e.id and v.member_id = ${memberId} and v.removed_at is null
        where e.id = ${eventId}`,
    },
    {
      kind: "event.organising",
      fact: "event-news.told",
      told: ({ eventId, memberId, news }) =>
        sql`select ${toldColumns({
          member: sql`m.id`,
          topic,
          key: sql`${topic} || ':' || ${news}::text`,
          subject: "event",
          subjectId: sql`e.id`,
          ids: sql`jsonb_build_object('news', ${news}::text)`,
        })} from event e join member m on m.id = ${memberId} where e.id = ${eventId}`,
    },
  ],
  subjects: {
    event: (actor) => sql`exists (select 1 from event e where e.id = n.subject_id and ${visibleEvents(actor)})`,
    "event-invitation": (actor) => sql`exists (select 1 from event e join event_invitee v on v.event_id = e.id
      and v.member_id = ${actor.id} and v.removed_at is null where e.id = n.subject_id and ${visibleEvents(actor)})`,
  },
  describe,
};

type Row = {
  id: string;
  slug: string;
  title: string;
  startsAt: Date;
  zone: string;
  commune: string | null;
  authorId: string | null;
};

async function describe(actor: Actor, all: readonly NoticeRow[]): Promise<ReadonlyMap<string, NoticeWords>> {
  const notices = all.filter(({ subject }) => subject in eventNotices.subjects);
  if (notices.length === 0) return new Map();
  const rows = await readRows<Row>(sql`
    select e.id, e.slug, e.title, e.starts_at as "startsAt", e.zone, e.created_by_id as "authorId",
      (select c.name from commune c where c.code = e.commune_code) as commune
    from event e where e.id = any(${notices.map(({ subjectId }) => subjectId)}::text[]) and ${visibleEvents(actor)}`);
  const events = new Map(rows.map((row) => [row.id, row]));
  const names = await namesFor(
    actor,
    notices.flatMap(({ subjectId, actorId }) => [actorId, events.get(subjectId)?.authorId ?? null]),
  );
  const nameOf = (id: string | null | undefined) => doers(names.get(id ?? "")).who;
  return new Map(
    notices.flatMap((notice): [string, NoticeWords][] => {
      const event = events.get(notice.subjectId);
      if (!event) return [];
      const [title, href] = [quoted(event.title), paths.event(event)];
      if (notice.kind === "event.published")
        return [[notice.id, { text: `Nouvel événement\u00a0: ${title}, ${whenAndWhere(event)}`, href }]];
      if (notice.kind === "event.invited")
        return [
          [
            notice.id,
            { text: `${nameOf(notice.actorId)} t’invite à ${title}, ${whenAndWhere(event)}`, href, about: event.title },
          ],
        ];
      const words = newsWords(String(notice.ids.news), title, nameOf(event.authorId));
      return words ? [[notice.id, { text: words, href, about: event.title }]] : [];
    }),
  );
}

/** "samedi 28 novembre à 9 h, à Riom". */
const whenAndWhere = ({ startsAt, zone, commune }: Row): string =>
  `${weekdayAndDay(startsAt, zone)} à ${clockTime(startsAt, zone)}${commune ? `, à ${commune}` : ", en ligne"}`;

/** What concerns those who prepare an event, or answer for its place. */
function newsWords(news: string, title: string, author: string): string | null {
  const words: Record<string, string> = {
    published: `${author} organise ${title} dans un lieu dont tu réponds`,
    proposed: `${author} propose ${title}\u00a0: à toi de publier, ou de répondre`,
    approved: `Ta proposition ${title} est publiée`,
    declined: `Ta proposition ${title} n’est pas retenue`,
    "organiser-added": `Tu prépares ${title} avec d’autres`,
    "contact-asked": `On te propose d’être la personne à appeler pour ${title}`,
    "contact-given": `On peut appeler quelqu’un pour ${title}`,
    "contact-withdrawn": `Il n’y a plus personne à appeler pour ${title}`,
    hidden: `La modération a masqué ${title}, que tu organises`,
    "co-asked": `On te propose d’organiser ${title} ensemble`,
    "co-accepted": `Le lieu que tu as sollicité organise ${title} avec toi`,
    "co-declined": `Le lieu que tu as sollicité n’organise pas ${title} avec toi`,
  };
  return words[news] ?? null;
}

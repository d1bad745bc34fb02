import type { Actor } from "@/core/actor.ts";
import { clockTime, weekdayAndDay } from "@/core/french-dates.ts";
import { did, doers, quoted } from "@/core/notice-words.ts";
import { paths } from "@/core/paths.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import type { NoticeRow, NoticeWords } from "@/platform/notices.ts";
import { visibleEvents } from "../events/index.ts";
import { namesFor } from "../profiles/index.ts";

type Row = {
  id: string;
  event: { id: string; slug: string; title: string; stage: string; zone: string };
  startsAt: Date;
  /** She may still read the event, or was told of it when she lost her place with it. */
  known: boolean;
  noteKind: string | null;
  /** Of a change, what changed. */
  fields: string[] | null;
};

const SUBJECTS = ["sign-up", "sign-up-ahead", "event-note"];

/** What the lines of those who take part say to their reader. */
export async function describeParticipation(
  actor: Actor,
  all: readonly NoticeRow[],
): Promise<ReadonlyMap<string, NoticeWords>> {
  const notices = all.filter(({ subject }) => SUBJECTS.includes(subject));
  if (notices.length === 0) return new Map();
  const rows = await readRows<Row>(sql`
    select t.id, json_build_object('id', e.id, 'slug', e.slug, 'title', e.title, 'stage', e.stage, 'zone', e.zone) as event,
      coalesce(h.starts_at, e.starts_at) as "startsAt", y.kind as "noteKind", x.fields,
      ${visibleEvents(actor)} or coalesce(s.left_because = 'event_cancelled', false) as known
    from unnest(${notices.map(({ id }) => id)}::text[], ${notices.map(({ subject }) => subject)}::text[],
        ${notices.map(({ subjectId }) => subjectId)}::text[], ${notices.map(({ ids }) => String(ids.changeId ?? ""))}::text[])
        as t(id, subject, subject_id, change_id)
      left join sign_up s on t.subject like 'sign-up%' and s.id = t.subject_id left join shift h on h.id = s.shift_id
      left join event_note y on t.subject = 'event-note' and y.id = t.subject_id
      left join event_change x on x.id = t.change_id
      join event e on e.id = coalesce(h.event_id, y.event_id)`);
  const found = new Map(rows.map((row) => [row.id, row]));
  const names = await namesFor(
    actor,
    notices.map(({ actorId }) => actorId),
  );
  return new Map(
    notices.flatMap((notice): [string, NoticeWords][] => {
      const row = found.get(notice.id);
      if (!row) return [];
      const { event, known } = row;
      const title = known ? quoted(event.title) : "un événement";
      const text = sentence(notice, row, { title, name: names.get(notice.actorId ?? "") });
      const href = known ? paths.event(event) : paths.agenda;
      return [[notice.id, { text, href, ...(known && { about: event.title }) }]];
    }),
  );
}

type Named = { title: string; name: string | undefined };

function sentence({ kind, ids }: NoticeRow, row: Row, { title, name }: Named): string {
  const { event, startsAt } = row;
  const when = `${weekdayAndDay(startsAt, event.zone)} à ${clockTime(startsAt, event.zone)}`;
  if (kind === "event.reminder") return `Rappel\u00a0: ${title}, ${when}`;
  if (kind === "event.place") return placeWords(String(ids.news), title);
  if (kind === "event.organising") return did(doers(name), "pose", "posent", `une question sur ${title}`);
  if (kind === "event.announced")
    return row.noteKind === "answer"
      ? did(doers(name), "a", "ont", `répondu à ta question sur ${title}`)
      : did(doers(name), "écrit", "écrivent", `à celles et ceux qui viennent à ${title}`);
  return event.stage === "cancelled" ? `${title} est annulé` : `${changeWords(title, row.fields ?? [])}\u00a0: ${when}`;
}

function placeWords(news: string, title: string): string {
  switch (news) {
    case "offered":
      return `Une place se libère pour toi\u00a0: ${title}. Confirme-la`;
    case "promoted":
      return `Tu as une place\u00a0: ${title}`;
    case "removed":
      return `Tu n’es plus inscrit·e à ${title}`;
    case "expired":
      return `La place qui t’était proposée n’est plus réservée\u00a0: ${title}`;
    case "shift_removed":
      return `Ton créneau n’a plus lieu\u00a0: ${title}`;
    default:
      return `Tu peux te réinscrire à ${title}`;
  }
}

const HOURS = ["startsAt", "endsAt", "hours"];
const PLACE = ["communeCode", "address", "meetingPoint", "onlineUrl", "latitude", "longitude"];

/** "« Tractage » change d’horaire et de lieu". */
function changeWords(title: string, fields: readonly string[]): string {
  const of = [
    ...(fields.some((field) => HOURS.includes(field)) ? ["d’horaire"] : []),
    ...(fields.some((field) => PLACE.includes(field)) ? ["de lieu"] : []),
  ];
  return of.length > 0 ? `${title} change ${of.join(" et ")}` : `${title} a changé`;
}

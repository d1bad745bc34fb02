import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import { idText } from "@/core/text.ts";
import { type EventKind, organisesEvent, staffsEvent, visibleEvents } from "@/features/events/index.ts";
import { type CardRow, cardColumns, profileOf, toCardView, visibleProfiles } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { type ServedImage, servedColumns } from "@/platform/stored-images.ts";
import { canEditReport, canReport, judgedReports, takesPart, visibleReports } from "./field-report.policy.ts";
import type { Figures } from "./field-report.rules.ts";
import { servedPhotoInput } from "./field-report.schema.ts";
import type {
  FieldReportView,
  NoReportView,
  PhotoView,
  ReportedEventView,
  ReportFormView,
} from "./field-report.views.ts";

const notFound = () => new AppError("not_found", "absent");

export const figureColumns = sql`r.leaflets, r.doors_open as "doorsOpen", r.doors_closed as "doorsClosed",
  r.doors_refused as "doorsRefused", r.doors_talked as "doorsTalked", r.posters, r.calls, r.people_met as "peopleMet"`;

type EventRow = {
  event_id: string;
  slug: string;
  title: string;
  kind: EventKind;
  starts_at: Date;
  zone: string;
  place: string | null;
};
const eventColumns = sql`e.id as event_id, e.slug, e.title, e.kind, e.starts_at, e.zone, c.name as place`;
const toEvent = (row: EventRow): ReportedEventView => ({
  id: row.event_id,
  slug: row.slug,
  title: row.title,
  kind: row.kind,
  startsAt: row.starts_at,
  zone: row.zone,
  place: row.place,
});

type Row = EventRow &
  Figures & {
    id: string;
    author_id: string | null;
    participants: number;
    minutes: number;
    heard: string;
    published_at: Date;
    edited_at: Date | null;
    hidden: boolean;
    organises: boolean;
    staffs: boolean;
  };

/** Reports that the actor may read, by these conditions over `r` and `e`, in this order. */
export async function readReports(actor: Actor, where: Sql, order: Sql, limit: number): Promise<FieldReportView[]> {
  const rows = await readRows<Row>(sql`
    select r.id, r.author_id, ${figureColumns}, r.participants, r.minutes, r.heard, r.published_at, r.edited_at,
      r.hidden_at is not null as hidden, ${organisesEvent(actor)} as organises, ${staffsEvent(actor)} as staffs, ${eventColumns}
    from field_report r join event e on e.id = r.event_id left join commune c on c.code = e.commune_code
    where ${where} and ${visibleReports(actor)} order by ${order} limit ${limit}`);
  const [authors, photos] = await Promise.all([
    readAuthors(
      actor,
      rows.flatMap(({ author_id }) => author_id ?? []),
    ),
    readPhotos(rows.map(({ id }) => id)),
  ]);
  return rows.map((row) => toReport(actor, row, authors, photos));
}

function toReport(
  actor: Actor,
  row: Row,
  authors: ReadonlyMap<string, CardRow>,
  photos: ReadonlyMap<string, PhotoView[]>,
): FieldReportView {
  const author = authors.get(row.author_id ?? "");
  const { id, leaflets, doorsOpen, doorsClosed, doorsRefused, doorsTalked, posters, calls, peopleMet } = row;
  const standing = { authorId: row.author_id, organises: row.organises, staffs: row.staffs };
  return {
    id,
    event: toEvent(row),
    author: author ? toCardView(author) : null,
    figures: { leaflets, doorsOpen, doorsClosed, doorsRefused, doorsTalked, posters, calls, peopleMet },
    participants: row.participants,
    minutes: row.minutes,
    heard: row.heard,
    publishedAt: row.published_at,
    editedAt: row.edited_at,
    hidden: row.hidden,
    photos: photos.get(id) ?? [],
    can: { edit: canEditReport(actor, standing).allowed, report: row.author_id !== actor.id && !row.hidden },
  };
}

/** Who wrote them, as far as her card reaches the reader. */
async function readAuthors(actor: Actor, ids: readonly string[]): Promise<Map<string, CardRow>> {
  if (ids.length === 0) return new Map();
  const rows = await readRows<CardRow>(sql`
    select ${cardColumns(actor)} from member m join section s on s.id = m.section_id ${profileOf}
    where m.id = any(${[...new Set(ids)]}::text[]) and ${visibleProfiles(actor)}`);
  return new Map(rows.map((row) => [row.id, row]));
}

async function readPhotos(reportIds: readonly string[]): Promise<Map<string, PhotoView[]>> {
  type PhotoRow = { report_id: string; id: string; caption: string; width: number; height: number };
  const rows = await readRows<PhotoRow>(sql`
    select f.report_id, i.id, f.caption, i.width, i.height from field_report_photo f join image i on i.id = f.image_id
    where f.report_id = any(${[...reportIds]}::text[]) and f.removed_at is null order by f.report_id, f.position, i.id`);
  const byReport = Map.groupBy(rows, ({ report_id }) => report_id);
  return new Map(
    [...byReport].map(([reportId, photos]) => [
      reportId,
      photos.map((row): PhotoView => {
        const { id, caption, width, height } = row;
        return { id, caption, width, height, ...addressesOf(reportId, id) };
      }),
    ]),
  );
}

function addressesOf(reportId: string, id: string): { small: string; large: string } {
  const address = (size: string) => `${paths.api.reportPhotos(reportId)}?photo=${id}&taille=${size}`;
  return { small: address("petite"), large: address("grande") };
}

/** All pictures of a report that was reported, those taken away since too. No gate here: its case is what was gated. */
export async function picturesToJudge(reportId: string) {
  const rows = await readRows<{ id: string; caption: string }>(sql`
    select f.image_id as id, f.caption from field_report_photo f where f.report_id = ${reportId} order by f.position, f.image_id`);
  return rows.map(({ id, caption }) => ({ ...addressesOf(reportId, id), description: caption }));
}

/** One report. Throws `not_found` when it is absent or hidden from the actor. */
export async function getFieldReport(actor: Actor, id: string): Promise<FieldReportView> {
  const [report] = idText.safeParse(id).success ? await readReports(actor, sql`r.id = ${id}`, sql`r.id`, 1) : [];
  if (!report) throw notFound();
  return report;
}

/** The reports of an event, the first written first. */
export async function listReportsOfEvent(actor: Actor, eventId: string): Promise<FieldReportView[]> {
  return readReports(actor, sql`r.event_id = ${eventId}`, sql`r.published_at, r.id`, 20);
}

type Standing = EventRow & {
  stage: "draft" | "proposed" | "published" | "cancelled";
  ends_at: Date;
  organises: boolean;
  staffs: boolean;
  takes_part: boolean;
  participants: number;
};

async function findStanding(actor: Actor, eventId: string): Promise<Standing | null> {
  if (!idText.safeParse(eventId).success) return null;
  const [row] = await readRows<Standing>(sql`
    select ${eventColumns}, e.stage, e.ends_at, ${organisesEvent(actor)} as organises, ${staffsEvent(actor)} as staffs,
      ${takesPart(actor)} as takes_part,
      (select coalesce(sum(s.size), 0) from shift h join sign_up s on s.shift_id = h.id
        where h.event_id = e.id and s.state = 'in' and s.attendance is distinct from 'absent')::int as participants
    from event e left join commune c on c.code = e.commune_code where e.id = ${eventId} and ${visibleEvents(actor)}`);
  return row ?? null;
}

const decide = (actor: Actor, row: Standing) =>
  canReport(
    actor,
    {
      kind: row.kind,
      stage: row.stage,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      organises: row.organises,
      staffs: row.staffs,
      takesPart: row.takes_part,
    },
    clock.now(),
  );

/** Whether the page of an event offers to tell what was done. */
export async function maySheReport(actor: Actor, eventId: string): Promise<boolean> {
  const row = await findStanding(actor, eventId);
  return row !== null && decide(actor, row).allowed;
}

/** What a new report of an event starts from, or why it takes none now. Throws `not_found` for whom it is not. */
export async function getReportForm(actor: Actor, eventId: string): Promise<ReportFormView | NoReportView> {
  const row = await findStanding(actor, eventId);
  if (!row) throw notFound();
  const decision = decide(actor, row);
  if (!decision.allowed) {
    if (decision.as === "conflict") return { event: toEvent(row), reason: decision.reason };
    throw notFound();
  }
  const minutes = Math.round((row.ends_at.getTime() - row.starts_at.getTime()) / 60_000);
  return { event: toEvent(row), participants: row.participants, minutes };
}

/**
 * A picture of a report that the actor may read, as WebP; without its bytes when she holds this version already.
 * Throws `not_found`.
 */
export async function getReportPhoto(actor: Actor, input: unknown, held: string | null): Promise<ServedImage> {
  const { success, data } = servedPhotoInput.safeParse(input);
  if (!success) throw notFound();
  const { id, photo, taille } = data;
  const [found] = await readRows<ServedImage>(sql`
    select ${servedColumns(taille, held)}
    from field_report r join event e on e.id = r.event_id join field_report_photo f on f.report_id = r.id
    join image i on i.id = f.image_id
    where r.id = ${id} and i.id = ${photo} and ((f.removed_at is null and ${visibleReports(actor)}) or ${judgedReports(actor)})`);
  if (!found) throw notFound();
  return found;
}

/** A report whose pictures the actor may change. Throws `not_found`. */
export async function getReportToEdit(actor: Actor, id: string): Promise<FieldReportView> {
  const report = await getFieldReport(actor, id);
  if (!report.can.edit) throw notFound();
  return report;
}

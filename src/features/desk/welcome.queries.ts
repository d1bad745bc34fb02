import type { Actor, Member } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { isId } from "@/core/ids.ts";
import { paths } from "@/core/paths.ts";
import { fieldReaches, isFilled, managedMembers, profileOf, toOffer } from "@/features/profiles/index.ts";
import { type PersonRow, personColumns, toPerson } from "@/features/sections/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Sql, sql } from "@/platform/db/client.ts";
import { deskNewcomers, isMinor, isNewcomer, pointPeople, welcomable, welcomeOf } from "./desk.policy.ts";
import { newcomersSince, welcomeDraft } from "./desk.rules.ts";
import { nameSearched, newcomerCursorInput } from "./desk.schema.ts";
import type { NewcomerView, Page, WelcomeView } from "./desk.views.ts";
import { cut, isNamed } from "./desk-lists.queries.ts";

const PAGE_SIZE = 10;
/** Of those who could look after a newcomer, shown at once. */
const CANDIDATES = 100;

type Row = PersonRow & {
  joined_at: Date;
  written_at: Date | null;
  point_person_id: string | null;
  point_person: string | null;
  offered: boolean;
  willing: string[] | null;
  free: string[] | null;
  reach_km: number | null;
  pace: string | null;
};

const newcomerColumns = (
  actor: Actor,
): Sql => sql`${personColumns(actor)}, m.joined_at, w.written_at, w.point_person_id,
  (select pp.name from member pp where pp.id = w.point_person_id and pp.erased_at is null) as point_person,
  ${fieldReaches("offer", actor)} as offered, p.willing, p.free, p.reach_km, p.pace`;
const newcomerJoins = sql`join section s on s.id = m.section_id ${profileOf} ${welcomeOf}`;

function toNewcomer(row: Row): NewcomerView {
  const offer = row.offered ? toOffer({ ...row, reachKm: row.reach_km }) : null;
  const { point_person_id: id, point_person: name } = row;
  return {
    ...toPerson(row),
    joinedAt: row.joined_at,
    writtenAt: row.written_at,
    pointPerson: id && name ? { id, name } : null,
    offer: offer && isFilled(offer) ? offer : null,
  };
}

/** The newcomers of a section that wait, those whom nobody wrote to first, the longest alone before others. */
export async function listNewcomers(actor: Actor, sectionId: string, after?: unknown): Promise<Page<NewcomerView>> {
  const from = newcomerCursorInput.parse(after ?? null);
  const order = sql`(w.written_at is not null), coalesce(w.written_at, m.joined_at), m.id`;
  const next = from ? sql`and (${order}) > (${from.written}, ${from.at}::timestamptz, ${from.id})` : sql``;
  const rows = await db.$queryRaw<Row[]>(sql`
    select ${newcomerColumns(actor)} from member m ${newcomerJoins}
    where m.section_id = ${sectionId} and m.joined_at > ${newcomersSince(clock.now())} and ${deskNewcomers(actor)} ${next}
    order by ${order} limit ${PAGE_SIZE + 1}`);
  const { shown, more } = cut(rows, PAGE_SIZE);
  return {
    rows: shown.map(toNewcomer),
    first: from === null,
    next:
      more === undefined
        ? null
        : `${more.written_at ? 1 : 0}-${(more.written_at ?? more.joined_at).getTime()}-${more.id}`,
  };
}

/** A newcomer for who welcomes her: those who answer for her, and the one who looks after her. Else `not_found`. */
export async function getWelcome(actor: Actor, memberId: string, search?: unknown): Promise<WelcomeView> {
  const now = clock.now();
  type Found = Row & { section_id: string; scope: string; minor: boolean; manages: boolean };
  const [row] =
    isId(memberId) && actor.kind === "member"
      ? await db.$queryRaw<Found[]>(sql`
          select ${newcomerColumns(actor)}, m.section_id, s.scope, ${isMinor(now)} as minor, ${managedMembers(actor)} as manages
          from member m ${newcomerJoins} where m.id = ${memberId} and ${isNewcomer(now)} and ${welcomable(actor)}`)
      : [];
  if (!row || actor.kind !== "member") throw new AppError("not_found", "absent");
  const searched = nameSearched.parse(search ?? null);
  const newcomer = { id: memberId, sectionId: row.section_id };
  return {
    newcomer: toNewcomer(row),
    draft: welcomeDraft(row.name, row.section, actor.name),
    isMinor: row.minor,
    deskHref: row.manages ? paths.console(row.scope) : null,
    candidates: row.manages ? await listPointPeople(actor, newcomer, row.minor, searched) : null,
    searched: searched ?? "",
    me: actor.id,
  };
}

/** Who could look after a newcomer: she who asks, then those who said that they would welcome, by name. */
async function listPointPeople(
  actor: Member,
  newcomer: { id: string; sectionId: string },
  minor: boolean,
  name: string | null,
): Promise<NonNullable<WelcomeView["candidates"]>> {
  return db.$queryRaw<{ id: string; name: string; willing: boolean }[]>(sql`
    select m.id, m.name, 'accueillir' = any(p.willing) and ${fieldReaches("offer", actor)} as willing
    from member m ${profileOf}
    where (m.section_id = ${newcomer.sectionId} or m.id = ${actor.id}) and ${pointPeople(actor, { ...newcomer, minor })}
      and (m.id = ${actor.id} or ${isNamed(name)})
    order by m.id <> ${actor.id}, coalesce('accueillir' = any(p.willing) and ${fieldReaches("offer", actor)}, false) desc,
      m.folded_name, m.id
    limit ${CANDIDATES}`);
}

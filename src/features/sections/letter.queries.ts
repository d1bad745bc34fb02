import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { isId } from "@/core/ids.ts";
import { paths } from "@/core/paths.ts";
import type { Scope } from "@/core/scope.ts";
import { isHeld } from "@/features/mandates/index.ts";
import { fieldReaches, managesScope, profileOf, visibleProfiles } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";
import { canAnswerLetter, canWriteLetter, visibleLetters } from "./letter.policy.ts";
import { beginning } from "./letter.rules.ts";
import { type LetterRowView, type LetterView, type PenView, placeName } from "./letter.views.ts";
import { type Level, levelOf } from "./section.policy.ts";
import type { DeskView } from "./section.views.ts";

const MINE_SIZE = 5;
const LIST_SIZE = 50;

type Place = { section: string | null; section_slug: string | null; federation: string; federation_slug: string };
/** The names of the place that a letter `l` was sent to. */
const placeColumns = sql`s.name as section, s.slug as section_slug, f.name as federation, f.slug as federation_slug`;
const placeJoins = sql`join federation f on f.id = split_part(l.scope, '/', 2) left join section s on s.scope = l.scope`;

function hrefOf(place: Place): string {
  const federation = { slug: place.federation_slug };
  return place.section_slug ? paths.section({ slug: place.section_slug, federation }) : paths.federation(federation);
}

type Row = Place & { id: string; author: string | null; words: string; sent_at: Date; answered: boolean };

async function listRows(actor: Actor, where: Sql, order: Sql, limit: number): Promise<LetterRowView[]> {
  const rows = await readRows<Row>(sql`
    select l.id, l.words, l.sent_at, ${placeColumns}, case when w.erased_at is null then w.name end as author, a.yes as answered
    from letter l ${placeJoins} left join member w on w.id = l.author_id,
      lateral (select exists (select 1 from letter_answer n where n.letter_id = l.id) as yes) a
    where ${visibleLetters(actor)} and ${where} order by ${order} limit ${limit}`);
  return rows.map(({ id, words, sent_at, author, answered, ...place }) => ({
    id,
    href: paths.letter(id),
    place: placeName(place),
    from: author ?? "Compte supprimé",
    beginning: beginning(words),
    sentAt: sent_at,
    answered,
  }));
}

/**
 * The letters that wait in this scope's care, then those that were answered, the latest first: written to it, or to a
 * place of it where nobody nearer is in charge. For consoles; the reader sees those that she may read.
 */
export async function listLetters(actor: Actor, scope: Scope, limit = LIST_SIZE): Promise<LetterRowView[]> {
  if (!managesScope(actor, scope)) return [];
  const now = clock.now();
  const nobodyNearer = sql`not exists (
    select 1 from unnest(array['section_leader', 'federation_admin'], array[l.scope, 'national/' || split_part(l.scope, '/', 2)])
      as nearer(role, scope)
    where length(nearer.scope) > ${scope.length} and ${isHeld(sql`nearer.role`, sql`nearer.scope`, now)})`;
  const inCare = sql`(l.scope = ${scope} or (${sqlCovers(sql`${scope}::text`, sql`l.scope`)} and ${nobodyNearer}))`;
  return listRows(actor, inCare, sql`a.yes, l.sent_at desc, l.id`, Math.min(limit, LIST_SIZE));
}

/** Who in a place reads a letter first, whether the reader may write one, and those that she wrote there. */
export async function getDesk(actor: Actor, scope: Scope): Promise<DeskView> {
  if (actor.kind !== "member") return { scope, level: null, can: { write: false }, mine: [] };
  const [level, mine] = await Promise.all([
    findDeskLevel(scope),
    listRows(actor, sql`l.author_id = ${actor.id} and l.scope = ${scope}`, sql`l.sent_at desc, l.id`, MINE_SIZE),
  ]);
  return { scope, level, can: { write: canWriteLetter(actor, { scope, sentToday: 0 }).allowed }, mine };
}

/** The nearest level with somebody in charge, as `listRecipients` of mandates finds her; null when there is nobody at all. */
async function findDeskLevel(scope: Scope): Promise<Level | null> {
  const now = clock.now();
  const [, federation = ""] = scope.split("/");
  const [held] = await readRows<{ section: boolean; federation: boolean; national: boolean }>(sql`select
    ${isHeld(sql`'section_leader'`, sql`${scope}`, now)} as section,
    ${isHeld(sql`'federation_admin'`, sql`${`national/${federation}`}`, now)} as federation,
    ${isHeld(sql`'national_admin'`, sql`'national'`, now)} as national`);
  if (held?.section && levelOf(scope) === "section") return "section";
  if (held?.federation) return "federation";
  return held?.national ? "national" : null;
}

type PenRow = { pen_id: string | null; pen_name: string | null; seen: boolean; photo_id: string | null };
/** Whoever wrote: her name is known to whom she wrote; her profile and her photo as always. */
const penColumns = (actor: Actor): Sql => sql`
  m.id as pen_id, case when m.erased_at is null then m.name end as pen_name,
  coalesce(${visibleProfiles(actor)}, false) as seen,
  case when ${visibleProfiles(actor)} and ${fieldReaches("photo", actor)} then p.photo_id end as photo_id`;

function toPen({ pen_id: id, pen_name: name, seen, photo_id: photo }: PenRow): PenView {
  if (id === null || name === null) return null;
  return { name, href: seen ? paths.member({ id, name }) : null, photo: photo && paths.api.memberPhoto(id, photo) };
}

/** A letter with its answers, for its author and those in charge. Throws `not_found` for anybody else. */
export async function getLetter(actor: Actor, id: string): Promise<LetterView> {
  type LetterRow = PenRow & Place & { scope: string; author_id: string | null; words: string; sent_at: Date };
  const [row] = isId(id)
    ? await readRows<LetterRow>(sql`
        select l.scope, l.author_id, l.words, l.sent_at, ${placeColumns}, ${penColumns(actor)}
        from letter l ${placeJoins} left join member m on m.id = l.author_id ${profileOf}
        where l.id = ${id} and ${visibleLetters(actor)}`)
    : [];
  if (!row) throw new AppError("not_found", "absent");
  type AnswerRow = PenRow & { id: string; words: string; sent_at: Date };
  const answers = await readRows<AnswerRow>(sql`
    select n.id, n.words, n.sent_at, ${penColumns(actor)}
    from letter_answer n left join member m on m.id = n.author_id ${profileOf}
    where n.letter_id = ${id} order by n.sent_at, n.id`);
  const authorId = row.pen_name === null ? null : row.author_id;
  return {
    id,
    place: { name: placeName(row), href: hrefOf(row) },
    from: toPen(row),
    words: row.words,
    sentAt: row.sent_at,
    answers: answers.map((answer) => ({
      id: answer.id,
      from: toPen(answer),
      words: answer.words,
      sentAt: answer.sent_at,
    })),
    mine: row.author_id !== null && row.author_id === actor.id,
    can: { answer: canAnswerLetter(actor, { scope: row.scope, authorId }).allowed },
  };
}

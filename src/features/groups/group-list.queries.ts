import { type Actor, homesOf } from "@/core/actor.ts";
import { searchCommunes } from "@/features/territory/index.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { myGroupIds, roleInGroup, visibleGroups } from "./group.policy.ts";
import { groupPlaceColumns, memberCountColumn } from "./group.queries.ts";
import type { GroupEntry, GroupKind, GroupRole, Theme } from "./group.rules.ts";
import { type GroupListInput, groupListInput } from "./group.schema.ts";
import { type GroupPlaceRow, type GroupPlaceView, toGroupPlace } from "./group.views.ts";

const PAGE_SIZE = 20;
/** How much a word of a name must look like what was typed. */
const ALIKE = 0.45;

/** A group in a list. */
export type GroupCardView = {
  id: string;
  slug: string;
  name: string;
  purpose: string;
  kind: GroupKind;
  entry: GroupEntry;
  adherentsOnly: boolean;
  place: GroupPlaceView;
  themes: Theme[];
  coverId: string | null;
  memberCount: number | null;
  role: GroupRole | null;
};
export type GroupListView = {
  asked: GroupListInput;
  /** Nothing was asked for. */
  all: boolean;
  /** Hers: shown on top where nothing was asked for. */
  mine: GroupCardView[];
  found: GroupCardView[];
  next: string | null;
  /** Where was asked for, as it was understood; null when no commune is called so. */
  where: string | null;
  unknownPlace: boolean;
};

type CardRow = GroupPlaceRow & {
  id: string;
  slug: string;
  name: string;
  purpose: string;
  kind: GroupKind;
  entry: GroupEntry;
  adherents_only: boolean;
  themes: Theme[];
  cover_id: string | null;
  member_count: number | null;
  role: GroupRole | null;
};

/** The columns of a card of the group `g`. The law is the caller's to apply. */
export const groupCardColumns = (
  actor: Actor,
): Sql => sql`g.id, g.slug, g.name, g.purpose, g.kind, g.entry, g.adherents_only, g.themes,
  g.cover_id, ${groupPlaceColumns}, ${memberCountColumn}, ${roleInGroup(actor)} as role`;

export function toGroupCard(row: CardRow, actor: Actor): GroupCardView {
  const { id, slug, name, purpose, kind, entry, themes, role } = row;
  return {
    ...{ id, slug, name, purpose, kind, entry, themes, role },
    adherentsOnly: row.adherents_only,
    place: toGroupPlace(row),
    coverId: row.cover_id,
    memberCount: actor.kind === "visitor" ? null : row.member_count,
  };
}

/** Groups by their ids, in that order, where the actor may know of them. */
export async function listGroupCards(actor: Actor, ids: readonly string[]): Promise<GroupCardView[]> {
  if (ids.length === 0) return [];
  const rows = await readRows<CardRow>(sql`
    select ${groupCardColumns(actor)} from unnest(${[...ids]}::text[]) with ordinality as i(id, at) join member_group g on g.id = i.id
    where ${visibleGroups(actor)} order by i.at`);
  return rows.map((row) => toGroupCard(row, actor));
}

/** The groups that the actor may know of and asks for, the nearest first, twenty at a time; her own on top. */
export async function getGroupList(actor: Actor, input: unknown): Promise<GroupListView> {
  const asked = groupListInput.parse(input);
  const { q, theme, lieu, genre, apres } = asked;
  const all = !q && !theme && !lieu && !genre;
  const place = lieu ? await findPlace(lieu) : null;
  const view = {
    asked,
    all,
    mine: [],
    found: [],
    next: null,
    where: place?.name ?? null,
    unknownPlace: Boolean(lieu && !place),
  };
  if (view.unknownPlace) return view;
  const mine = all && !apres && actor.kind === "member" ? await listMine(actor) : [];
  const wanted = [
    visibleGroups(actor),
    ...(q ? [looksLike(q)] : []),
    ...(theme ? [sql`g.themes @> array[${theme}::text]`] : []),
    ...(place ? [sql`g.scope = any(${place.scopes}::text[])`] : []),
    ...(genre ? [sql`g.kind = ${genre}::group_kind`] : []),
    // The groups of places are hers already, or found by name.
    ...(q || genre === "place" ? [] : [sql`g.kind <> 'place'`]),
    ...(all && actor.kind === "member" ? [sql`g.id not in ${myGroupIds(actor)}`] : []),
  ];
  const where = wanted.reduce((one, other) => sql`${one} and ${other}`);
  const rank = q ? holds(q) : nearness(actor);
  const order = sql`${rank}, folded(g.name) collate "C", g.id`;
  const after = apres
    ? sql`and (${order}) > (select ${order} from member_group g where g.id = ${apres} and ${visibleGroups(actor)})`
    : sql``;
  const rows = await readRows<CardRow>(sql`
    select ${groupCardColumns(actor)} from member_group g where ${where} ${after} order by ${order} limit ${PAGE_SIZE + 1}`);
  const found = rows.slice(0, PAGE_SIZE).map((row) => toGroupCard(row, actor));
  return { ...view, mine, found, next: rows.length > PAGE_SIZE ? (found.at(-1)?.id ?? null) : null };
}

/** Hers: those of her places, then those that she is in, then those that she follows. */
async function listMine(actor: Actor & { kind: "member" }): Promise<GroupCardView[]> {
  const rows = await readRows<CardRow>(sql`
    select * from (select ${groupCardColumns(actor)}, g.scope from member_group g
      where g.id in ${myGroupIds(actor)} and ${visibleGroups(actor)}) q
    where q.role is not null
    order by q.kind <> 'place', case when q.kind = 'place' then -length(q.scope) end, q.role = 'follower', folded(q.name), q.id`);
  return rows.map((row) => toGroupCard(row, actor));
}

/** Her section's first, then her federation's, the country's, the others. */
function nearness(actor: Actor): Sql {
  const [country, federation, section] = homesOf(actor);
  return sql`(case g.scope when ${section ?? ""} then 0 when ${federation ?? ""} then 1 when ${country ?? "national"} then 2 else 3 end)`;
}

/** A commune or its postal code, as the scopes that concern it: its section and its federation. */
async function findPlace(text: string): Promise<{ name: string; scopes: string[] } | null> {
  const [commune] = await searchCommunes({ text });
  if (!commune) return null;
  const [row] = await readRows<{ scope: string; federation: string }>(sql`
    select s.scope, 'national/' || s.federation_id as federation from commune c join section s on s.id = c.section_id where c.code = ${commune.code}`);
  return row ? { name: commune.label, scopes: [row.scope, row.federation] } : null;
}

const folded = (q: string): Sql => sql`regexp_replace(folded(${q}::text), '([!%_])', '!\\1', 'g')`;
/** Its name holds the words: found before those that only look like them. */
const holds = (q: string): Sql =>
  sql`(case when folded(g.name) like '%' || ${folded(q)} || '%' escape '!' then 0 else 1 end)`;
const looksLike = (q: string): Sql =>
  sql`(folded(g.name) like '%' || ${folded(q)} || '%' escape '!' or word_similarity(folded(${q}::text), folded(g.name)) > ${ALIKE}::real)`;

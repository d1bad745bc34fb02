import type { Actor, Member } from "@/core/actor.ts";
import { AppError, isAppError } from "@/core/app-error.ts";
import { federationScope, NATIONAL } from "@/core/scope.ts";
import { countRunningDebates } from "@/features/debates/index.ts";
import { listHolders } from "@/features/mandates/index.ts";
import { getPlaceDesk } from "@/features/messages/index.ts";
import {
  type CardRow,
  cardColumns,
  countSearch,
  listedProfiles,
  managesScope,
  profileOfEach,
  toCardView,
} from "@/features/profiles/index.ts";
import { searchCommunes } from "@/features/territory/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { isLed } from "./section.policy.ts";
import { isTold, memberCount, memberTotal } from "./section.rules.ts";
import { federationInput, searchInput, sectionInput } from "./section.schema.ts";
import type {
  FederationPresence,
  FederationView,
  FoundSectionView,
  PeopleView,
  SectionRowView,
  SectionSearchView,
  SectionsMapView,
  SectionView,
} from "./section.views.ts";
import { addressColumns, hrefOf, type SectionAddress } from "./section-address.queries.ts";
import { findStandIn, hasVolunteered } from "./section-care.queries.ts";

const PAGE_SIZE = 20;

const notFound = () => new AppError("not_found", "absent");
const isVisitor = (actor: Actor) => actor.kind !== "member" && actor.kind !== "system";
/** Accounts of a section `s`: a number, for everyone. Who they are is another question. */
const membersOf: Sql = sql`(select count(*) from member m where m.section_id = s.id and m.erased_at is null)::int`;

/** A federation among the names of a place. */
const named = ({ name, slug }: { name: string; slug: string }) => ({ federation: name, federation_slug: slug });

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
const totalOf = (counts: readonly number[], actor: Actor) =>
  memberTotal(sum(counts), sum(counts.filter(isTold)), isVisitor(actor));

/** Every federation with who is there, and the reader's own section. */
export async function getSectionsMap(actor: Actor): Promise<SectionsMapView> {
  const now = clock.now();
  type Row = Pick<FederationPresence, "id" | "name" | "slug" | "region" | "sections" | "led"> & { counts: number[] };
  const [rows, debates, mine, desk] = await Promise.all([
    readRows<Row>(sql`
      select f.id, f.name, f.slug, f.region, count(*)::int as sections,
        coalesce(array_agg(n.members::int) filter (where n.members > 0), '{}') as counts, count(*) filter (where ${isLed(now)})::int as led
      from federation f join section s on s.federation_id = f.id
      left join (select section_id, count(*) as members from member where erased_at is null group by section_id) n
        on n.section_id = s.id
      group by f.id order by f.id`),
    countRunningDebates(actor),
    actor.kind === "member" ? findSectionRow(sql`s.id = ${actor.section.id}`) : null,
    actor.kind === "member"
      ? getPlaceDesk(actor, NATIONAL, { section: null, section_slug: null, federation: null, federation_slug: null })
      : null,
  ]);
  const federations = rows.map(({ counts, ...row }) => ({
    ...row,
    members: totalOf(counts, actor),
    debates: debates.get(row.id) ?? 0,
  }));
  return { federations, mine: mine && { name: mine.name, href: hrefOf(mine) }, desk };
}

/** The sections of the communes that a search finds, the most exact first. */
export async function searchSections(input: unknown): Promise<SectionSearchView> {
  const { commune, communeCode } = searchInput.parse(input);
  const text = commune.trim();
  const communes = await searchCommunes({ text: communeCode || text });
  const chosen = communes.filter(({ code }) => code === communeCode);
  const shown = chosen.length > 0 ? chosen : communes;
  type Row = SectionAddress & { code: string };
  const rows = await readRows<Row>(sql`
    select c.code, ${addressColumns} from commune c join section s on s.id = c.section_id
    join federation f on f.id = s.federation_id where c.code = any(${shown.map(({ code }) => code)}::text[])`);
  const found = shown.flatMap(({ code, label }): FoundSectionView[] => {
    const row = rows.find((one) => one.code === code);
    return row
      ? [{ code, label, section: { name: row.name, href: hrefOf(row), federation: row.federation_name } }]
      : [];
  });
  return { text, found, chosen: (chosen.length === 1 && found[0]) || null };
}

/** A federation: who is in charge, how many members, its sections. Throws `not_found` for an unknown name. */
export async function getFederation(actor: Actor, input: unknown): Promise<FederationView> {
  const { data } = federationInput.safeParse(input);
  type Row = { id: string; name: string; slug: string; region: string | null };
  const [federation] = data
    ? await readRows<Row>(sql`select id, name, slug, region from federation where slug = ${data.federation}`)
    : [];
  if (!federation) throw notFound();
  const scope = `${NATIONAL}/${federation.id}`;
  type SectionRow = SectionAddress & { id: string; members: number; led: boolean };
  const [holders, sections, desk] = await Promise.all([
    listHolders(actor, scope),
    readRows<SectionRow>(sql`
      select s.id, ${addressColumns}, ${membersOf} as members, ${isLed(clock.now())} as led
      from section s join federation f on f.id = s.federation_id where f.id = ${federation.id}
      order by s.id = ${`${federation.id}-autres`}, unaccent(s.name), s.id`),
    getPlaceDesk(actor, scope, { section: null, section_slug: null, ...named(federation) }),
  ]);
  return {
    ...federation,
    scope,
    holders,
    desk,
    members: totalOf(
      sections.map(({ members }) => members),
      actor,
    ),
    sections: sections.map(
      (row): SectionRowView => ({
        id: row.id,
        name: row.name,
        href: hrefOf(row),
        members: memberCount(row.members, isVisitor(actor)),
        led: row.led,
      }),
    ),
    isMine: actor.kind === "member" && federationScope(actor.section.scope) === scope,
    isMember: actor.kind === "member",
    can: { manage: managesScope(actor, scope) },
  };
}

/** A section's page. Throws `not_found` for an unknown name. */
export async function getSection(actor: Actor, input: unknown): Promise<SectionView> {
  const { data } = sectionInput.safeParse(input);
  const row = data && (await findSectionRow(sql`f.slug = ${data.federation} and s.slug = ${data.section}`));
  if (!row) throw notFound();
  const { id, name, slug, scope } = row;
  const federation = { id: row.federation_id, name: row.federation_name, slug: row.federation_slug };
  const [holders, desk, communes, people, standIn, volunteered] = await Promise.all([
    listHolders(actor, scope),
    getPlaceDesk(actor, scope, { section: name, section_slug: slug, ...named(federation) }),
    listCommunes(id),
    listPeople(actor, id, data?.apres ?? null),
    row.led ? null : findStandIn(row),
    hasVolunteered(actor),
  ]);
  return {
    id,
    name,
    slug,
    scope,
    federation,
    holders,
    desk,
    communes,
    people,
    standIn,
    volunteered,
    href: hrefOf(row),
    members: memberCount(row.members, isVisitor(actor)),
    isMine: actor.kind === "member" && actor.section.id === id,
    isMember: actor.kind === "member",
    can: { manage: managesScope(actor, scope) },
  };
}

type SectionRow = SectionAddress & { id: string; scope: string; federation_id: string; members: number; led: boolean };

async function findSectionRow(where: Sql): Promise<SectionRow | null> {
  const [row] = await readRows<SectionRow>(sql`
    select s.id, s.scope, s.federation_id, ${addressColumns}, ${membersOf} as members, ${isLed(clock.now())} as led
    from section s join federation f on f.id = s.federation_id where ${where}`);
  return row ?? null;
}

async function listCommunes(sectionId: string): Promise<SectionView["communes"]> {
  const rows = await readRows<{ name: string; initial: string }>(sql`
    select name, upper(left(search_name, 1)) as initial from commune
    where section_id = ${sectionId} order by search_name, code`);
  const groups = new Map<string, string[]>();
  for (const { name, initial } of rows) groups.set(initial, [...(groups.get(initial) ?? []), name]);
  return Array.from(groups, ([initial, names]) => ({ initial, names }));
}

/** Turning these pages counts as turning the directory's: whoever copies it out is stopped here too. */
async function mayTurn(reader: Member): Promise<boolean> {
  try {
    await countSearch(reader);
    return true;
  } catch (error) {
    if (isAppError(error) && error.code === "rate_limited") return false;
    throw error;
  }
}

/** As its index member_by_name says it: with `profileOfEach`, the index is followed until the page is full. */
const byName = sql`m.folded_name, m.id`;

/** Members of a section whose card the reader may see, by name, a page at a time; nobody for a visitor. */
async function listPeople(actor: Actor, sectionId: string, after: string | null): Promise<PeopleView | null> {
  if (actor.kind !== "member") return null;
  if (after && !(await mayTurn(actor))) return { cards: [], first: false, after: null, paused: true };
  const listed = sql`m.section_id = ${sectionId} and m.erased_at is null and ${listedProfiles(actor)}`;
  // After one that she sees: what is hidden from her is as absent here as anywhere.
  const later = after
    ? sql`and (${byName}) > (select ${byName} from member m ${profileOfEach} where m.id = ${after} and ${listed})`
    : sql``;
  const rows = await readRows<CardRow>(sql`
    select ${cardColumns(actor)} from member m ${profileOfEach} join section s on s.id = m.section_id
    where ${listed} ${later} order by ${byName} limit ${PAGE_SIZE + 1}`);
  const cards = rows.slice(0, PAGE_SIZE).map(toCardView);
  return { cards, first: after === null, after: rows.length > PAGE_SIZE ? (cards.at(-1)?.id ?? null) : null };
}

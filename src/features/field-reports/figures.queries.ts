import { type Actor, holds } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { ofPlace } from "@/core/french-places.ts";
import { paths } from "@/core/paths.ts";
import { NATIONAL, type Scope } from "@/core/scope.ts";
import { zonedDay, zoneOfScope } from "@/core/zoned-time.ts";
import type { EventKind } from "@/features/events/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { canReadFigures, visibleReports } from "./field-report.policy.ts";
import { readReports } from "./field-report.queries.ts";
import { lastMonths, measures } from "./field-report.rules.ts";
import { figuresInput } from "./field-report.schema.ts";
import type { FiguresView, SumsView } from "./field-report.views.ts";

const MONTHS = 12;
const PAGE_SIZE = 10;

/** A total is the sum of reports, nothing else. */
const sums = sql`count(*)::int as reports, coalesce(sum(r.leaflets), 0)::int as leaflets,
  coalesce(sum(r.doors_open), 0)::int as "doorsOpen", coalesce(sum(r.doors_closed), 0)::int as "doorsClosed",
  coalesce(sum(r.doors_refused), 0)::int as "doorsRefused", coalesce(sum(r.doors_talked), 0)::int as "doorsTalked",
  coalesce(sum(r.posters), 0)::int as posters, coalesce(sum(r.calls), 0)::int as calls,
  coalesce(sum(r.people_met), 0)::int as "peopleMet", coalesce(sum(r.participants), 0)::int as participants,
  coalesce(sum(r.minutes), 0)::int as minutes`;

const nothing: SumsView = {
  reports: 0,
  leaflets: 0,
  doorsOpen: 0,
  doorsClosed: 0,
  doorsRefused: 0,
  doorsTalked: 0,
  posters: 0,
  calls: 0,
  peopleMet: 0,
  participants: 0,
  minutes: 0,
};

const levels = ["national", "federation", "section"] as const;
const depthOf = (scope: Scope) => scope.split("/").length;

/** Reports of a place and of all that it holds. */
const within = (scope: Scope): Sql => {
  if (scope === NATIONAL) return sql`true`;
  // Each an expression that an index has: a section's own reports, or those of a federation and of all its sections.
  return depthOf(scope) === 3 ? sql`r.scope = ${scope}` : sql`split_part(r.scope, '/', 2) = ${scope.split("/")[1]}`;
};

type Place = { scope: Scope; name: string };

/** The place of a scope by name, with what holds it, the widest first. Empty when there is none. */
async function findPlaces(scope: Scope): Promise<Place[]> {
  const [, federationId, sectionId] = scope.split("/");
  const country = { scope: NATIONAL, name: "Toute la France" };
  if (!federationId) return [country];
  type Row = { federation: string; section: string | null };
  const [row] = await readRows<Row>(sql`
    select f.name as federation, s.name as section from federation f
    left join section s on s.federation_id = f.id and s.scope = ${scope} where f.id = ${federationId}`);
  if (!row || (sectionId && row.section === null)) return [];
  const federation = { scope: `${NATIONAL}/${federationId}`, name: `Fédération ${ofPlace(row.federation)}` };
  return row.section === null
    ? [country, federation]
    : [country, federation, { scope, name: `Section ${row.section}` }];
}

/**
 * What was done on the field in a place, as far as its reports reach the actor: by month, by kind, by what it holds,
 * with the reports behind the figure that is chosen. Throws `not_found` for an unknown place, or one whose figures are
 * not hers.
 */
export async function getFigures(actor: Actor, input: unknown): Promise<FiguresView> {
  const { success, data } = figuresInput.safeParse(input);
  if (!success) throw new AppError("not_found", "absent");
  const scope = [NATIONAL, data.federation, data.section].filter((part) => part !== undefined).join("/");
  const places = canReadFigures(actor, scope) ? await findPlaces(scope) : [];
  const place = places.at(-1);
  if (!place) throw new AppError("not_found", "absent");
  const months = lastMonths(zonedDay(clock.now(), zoneOfScope(scope)), MONTHS);
  const first = `${months.at(-1)}-01`;
  const child = depthOf(scope) === 1 ? sql`split_part(r.scope, '/', 2)` : sql`r.scope`;
  type Row = SumsView & { month: string | null; kind: EventKind | null; child: string | null; set: number };
  const [rows, reports] = await Promise.all([
    readRows<Row>(sql`
      with r as (
        select r.*, to_char(r.day, 'YYYY-MM') as month, ${child} as child
        from field_report r join event e on e.id = r.event_id
        where ${within(scope)} and r.day >= ${first}::date and r.hidden_at is null and ${visibleReports(actor)})
      select month, kind, child, grouping(month, kind, child)::int as set, ${sums}
      from r group by grouping sets ((month), (kind), (child), ())`),
    listBehind(actor, scope, first, data),
  ]);
  const sumsOf = ({ month: _m, kind: _k, child: _c, set: _s, ...found }: Row): SumsView => found;
  const of = (set: number) => rows.filter((row) => row.set === set);
  const total = of(7).map(sumsOf)[0] ?? nothing;
  const below = await nameChildren(
    actor,
    scope,
    of(6).filter((row) => row.child !== scope && row.child !== ""),
  );
  return {
    scope,
    name: place.name,
    level: levels[depthOf(scope) - 1] ?? "section",
    above: places
      .slice(0, -1)
      .filter((one) => canReadFigures(actor, one.scope))
      .map((one) => ({ name: one.name, href: paths.fieldOf(one.scope) })),
    below: below.map(({ name, href, row }) => ({ name, href, sums: sumsOf(row) })),
    months: months.map((month) => ({
      month,
      sums:
        of(3)
          .filter((row) => row.month === month)
          .map(sumsOf)[0] ?? nothing,
    })),
    kinds: of(5)
      .sort((a, b) => b.reports - a.reports)
      .flatMap((row) => (row.kind ? [{ kind: row.kind, sums: sumsOf(row) }] : [])),
    total,
    measure: data.mesure ?? measures.find((measure) => total[measure] > 0) ?? "reports",
    chosen: { month: data.mois ?? null, kind: data.type ?? null },
    reports: reports.slice(0, PAGE_SIZE),
    after: reports.length > PAGE_SIZE ? (reports[PAGE_SIZE - 1]?.id ?? null) : null,
    whole: holds(actor, ["section_leader", "federation_admin", "national_admin"], scope),
  };
}

type Chosen = { mois?: string | undefined; type?: EventKind | undefined; apres?: string | undefined };

/** The reports behind a figure, the latest day first. */
function listBehind(actor: Actor, scope: Scope, first: string, { mois, type, apres }: Chosen) {
  const from = mois ? `${mois}-01` : first;
  const until = mois ? sql`r.day < (${from}::date + interval '1 month')::date` : sql`true`;
  const kind = type ? sql`r.kind = ${type}::event_kind` : sql`true`;
  const next = apres ? sql`(r.day, r.id) < (select a.day, a.id from field_report a where a.id = ${apres})` : sql`true`;
  const where = sql`${within(scope)} and r.day >= ${from}::date and ${until} and ${kind} and r.hidden_at is null and ${next}`;
  return readReports(actor, where, sql`r.day desc, r.id desc`, PAGE_SIZE + 1);
}

/** What a place holds, by name, those that the actor may open with their address. */
async function nameChildren<R extends { child: string | null; reports: number }>(
  actor: Actor,
  scope: Scope,
  rows: readonly R[],
): Promise<{ name: string; href: string; row: R }[]> {
  if (rows.length === 0 || depthOf(scope) > 2) return [];
  const keys = rows.flatMap(({ child }) => child ?? []);
  const names = await readRows<{ key: string; name: string }>(
    scope === NATIONAL
      ? sql`select f.id as key, f.name from federation f where f.id = any(${keys}::text[])`
      : sql`select s.scope as key, s.name from section s where s.scope = any(${keys}::text[])`,
  );
  const nameOf = new Map(names.map(({ key, name }) => [key, name]));
  return rows
    .map((row) => ({ row, name: nameOf.get(row.child ?? "") ?? "", place: childScope(scope, row.child ?? "") }))
    .filter(({ name, place }) => name !== "" && canReadFigures(actor, place))
    .sort((a, b) => b.row.reports - a.row.reports || a.name.localeCompare(b.name, "fr"))
    .map(({ row, name, place }) => ({ row, name, href: paths.fieldOf(place) }));
}

const childScope = (scope: Scope, child: string): Scope => (scope === NATIONAL ? `${NATIONAL}/${child}` : child);

import type { Actor, Member } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { holidayOn } from "@/core/holidays.ts";
import { paths } from "@/core/paths.ts";
import { federationScope, NATIONAL } from "@/core/scope.ts";
import { zonedDay, zoneOfScope } from "@/core/zoned-time.ts";
import type { GroupView } from "@/features/groups/index.ts";
import { searchCommunes } from "@/features/territory/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { type AgendaChoice, type AgendaList, lists, USUAL_REACH, visitorLists } from "./agenda.rules.ts";
import { type AgendaInput, agendaInput, cursorText } from "./agenda.schema.ts";
import type { AgendaView, CalendarView, GroupEventsView } from "./agenda.views.ts";
import {
  addDays,
  addMonths,
  beginningOf,
  daysBetween,
  mondayOf,
  monthGrid,
  monthOf,
  weekOf,
} from "./calendar.rules.ts";
import { chooseEvents, chooseRunning, type Source } from "./candidates.queries.ts";
import { listEventCards, type Point } from "./event-card.queries.ts";
import type { EventCardView } from "./event-card.views.ts";

const PAGE_SIZE = 20;
const MAP_SIZE = 60;
const RUNNING_SIZE = 6;
/** What a grid of days holds at most. */
const GRID_SIZE = 300;
/** Some zones are half a day from the reader's: her grid's edges are looked at from afar. */
const ZONES_MS = 14 * 3_600_000;
/** What lasts longer than this is on a grid by its first days alone, unless it began within it. */
const LONG_MS = 3 * 24 * 3_600_000;

/** The agenda as its address asks for it: a page of a list, a week or a month. */
export async function getAgenda(actor: Actor, input: unknown = {}): Promise<AgendaView> {
  const asked = agendaInput.parse(input);
  const mine = actor.kind === "member" ? lists : visitorLists;
  const usual = mine[0] ?? "public";
  const voir = asked.voir && mine.includes(asked.voir) ? asked.voir : usual;
  const scope = actor.kind === "member" ? actor.section.scope : NATIONAL;
  const zone = zoneOfScope(scope);
  const today = zonedDay(clock.now(), zone);
  const { apres, ...rest } = asked;
  const choice: AgendaChoice = { ...rest, voir };
  const near = voir === "pres" ? await findPlace(actor, asked.lieu) : null;
  const view: AgendaView = {
    choice,
    lists: mine,
    usual,
    place: near && { name: near.name, own: near.own },
    unknown: voir === "pres" && !near ? (asked.lieu ? "lieu" : "no_place") : null,
    running: [],
    events: [],
    next: null,
    first: !apres,
    calendar: null,
    holidays: {},
    today,
    zone,
    feed: feedOf(actor, voir),
  };
  if (view.unknown) return view;
  const source = sourceOf(actor, voir, near, asked);
  if (asked.vue === "semaine" || asked.vue === "mois")
    return {
      ...view,
      choice: { ...choice, jour: asked.jour ?? today },
      calendar: await grid(actor, source, asked, { zone, today, scope, point: near }),
    };

  const from = asked.du ? beginningOf(asked.du, zone) : clock.now();
  const before = asked.au ? beginningOf(addDays(asked.au, 1), zone) : undefined;
  const filters = { kind: asked.genre, missing: asked.manque };
  const limit = asked.vue === "carte" ? MAP_SIZE : PAGE_SIZE;
  const [chosen, running] = await Promise.all([
    chooseEvents(actor, source, { ...filters, from, before, after: apres, limit }),
    apres || asked.du
      ? Promise.resolve<string[]>([])
      : chooseRunning(actor, source, { ...filters, limit: RUNNING_SIZE }),
  ]);
  const cards = await listEventCards(actor, [...running, ...chosen.ids], near);
  const isRunning = ({ id }: EventCardView) => running.includes(id);
  const events = cards.filter((card) => !isRunning(card));
  return {
    ...view,
    running: cards.filter(isRunning),
    events,
    next: chosen.next && cursorText(chosen.next),
    holidays: holidaysOfDays(events.map(dayOfEvent), scope),
  };
}

/** The day that an event begins on, where it is held. */
const dayOfEvent = ({ startsAt, zone }: EventCardView): string => zonedDay(new Date(startsAt), zone);

function holidaysOfDays(days: readonly string[], scope: string): Record<string, string> {
  return Object.fromEntries(
    [...new Set(days)].flatMap((day) => {
      const name = holidayOn(day, scope);
      return name ? [[day, name]] : [];
    }),
  );
}

type Grid = { zone: string; today: string; scope: string; point: Point | null };

async function grid(
  actor: Actor,
  source: Source,
  asked: AgendaInput,
  { zone, today, scope, point }: Grid,
): Promise<CalendarView> {
  const day = asked.jour ?? today;
  const isMonth = asked.vue === "mois";
  const weeks = isMonth ? monthGrid(day) : [weekOf(day)];
  const days = weeks.flat();
  const [first = day, last = day] = [days[0], days.at(-1)];
  const chosen = await chooseEvents(actor, source, {
    from: new Date(beginningOf(first, zone).getTime() - LONG_MS),
    before: new Date(beginningOf(addDays(last, 1), zone).getTime() + ZONES_MS),
    kind: asked.genre,
    missing: asked.manque,
    limit: GRID_SIZE,
  });
  const events = await listEventCards(actor, chosen.ids, point);
  const byDay = new Map<string, EventCardView[]>(days.map((one) => [one, []]));
  for (const event of events) {
    // What ends at midnight does not reach into the next day.
    const end = zonedDay(new Date(event.endsAt - 1), event.zone);
    for (const one of daysBetween(dayOfEvent(event), end)) byDay.get(one)?.push(event);
  }
  const holidays = holidaysOfDays(days, scope);
  return {
    weeks: weeks.map((week) =>
      week.map((one) => ({
        day: one,
        inside: !isMonth || monthOf(one) === monthOf(day),
        today: one === today,
        holiday: holidays[one] ?? null,
        events: byDay.get(one) ?? [],
      })),
    ),
    earlier: isMonth ? addMonths(day, -1) : addDays(mondayOf(day), -7),
    later: isMonth ? addMonths(day, 1) : addDays(mondayOf(day), 7),
    tooMany: chosen.next !== null,
  };
}

function sourceOf(actor: Actor, voir: AgendaList, near: Place | null, { distance }: AgendaInput): Source {
  if (voir === "pres" && near) return { of: "around", point: near, km: distance ?? USUAL_REACH };
  if (actor.kind !== "member" || voir === "public" || voir === "pres")
    return { of: "everybody", member: actor.kind === "member" };
  if (voir === "miens") return { of: "member", id: actor.id };
  if (voir === "groupes") return { of: "groups", memberId: actor.id };
  return voir === "section"
    ? { of: "scope", scope: actor.section.scope }
    : { of: "federation", scope: actor.section.scope };
}

type Place = Point & { name: string; own: boolean };

/** The commune that was named, or the member's own; null when there is none, or none that lies somewhere. */
async function findPlace(actor: Actor, lieu: string | undefined): Promise<Place | null> {
  if (!lieu) return actor.kind === "member" ? findHome(actor) : null;
  const [found] = await searchCommunes({ text: lieu, limit: 1 });
  return found ? placeOf(sql`c.code = ${found.code}`, false) : null;
}

/** Where a member lives, as precisely as she said it: her commune. */
export const findHome = (member: Member): Promise<Place | null> =>
  placeOf(sql`c.code = (select commune_code from member where id = ${member.id})`, true);

async function placeOf(condition: Sql, own: boolean): Promise<Place | null> {
  const [row] = await readRows<Point & { name: string }>(sql`
    select c.name, c.latitude, c.longitude from commune c where ${condition} and c.latitude is not null`);
  return row ? { ...row, own } : null;
}

/** The public feed of the place that a list is about. */
function feedOf(actor: Actor, voir: AgendaList): string | null {
  if (voir === "public") return paths.api.placeCalendar(NATIONAL);
  if (actor.kind !== "member") return null;
  if (voir === "section") return paths.api.placeCalendar(actor.section.scope);
  return voir === "federation" ? paths.api.placeCalendar(federationScope(actor.section.scope) ?? NATIONAL) : null;
}

/**
 * A page of what a group has ahead, the soonest first, of what the actor may see; a place's group has what its place
 * organises. Throws `not_found` for whoever does not read the group.
 */
export async function listEventsOfGroup(
  actor: Actor,
  group: Pick<GroupView, "id" | "kind" | "scope" | "reads">,
  { apres }: { apres?: unknown },
): Promise<GroupEventsView> {
  if (!group.reads) throw new AppError("not_found", "absent");
  const source: Source = group.kind === "place" ? { of: "scope", scope: group.scope } : { of: "group", id: group.id };
  const { apres: after } = agendaInput.parse({ apres });
  const { ids, next } = await chooseEvents(actor, source, { from: clock.now(), after, limit: PAGE_SIZE });
  return { events: await listEventCards(actor, ids), next: next && cursorText(next), first: !after };
}

/** What is coming at a place, the soonest first, of what the actor may see. */
export async function listEventsOfScope(actor: Actor, scope: string, limit: number): Promise<EventCardView[]> {
  const source: Source = federationScope(scope) === scope ? { of: "federation", scope } : { of: "scope", scope };
  const { ids } = await chooseEvents(actor, source, { from: clock.now(), limit });
  return listEventCards(actor, ids);
}

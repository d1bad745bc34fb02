import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import type { Scope } from "@/core/scope.ts";
import { isHeld } from "@/features/mandates/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { canWriteToPlace } from "./inbox.policy.ts";
import { placeScope } from "./inbox.schema.ts";
import { answersFor } from "./message.policy.ts";
import {
  type PlaceLevel,
  type PlaceNames,
  placeHref,
  placeLevel,
  placeName,
  readersOfPlace,
  thePlace,
} from "./place.rules.ts";
import type { PlaceDeskView, PlaceToWriteView } from "./place.views.ts";

/** The names of a place, for its section `s` and its federation `f`. */
export const placeColumns = sql`s.name as section, s.slug as section_slug, f.name as federation, f.slug as federation_slug`;
/** The section and the federation of a scope; neither, of the country. */
export const placeJoins = (scope: Sql): Sql => sql`
  left join section s on s.scope = ${scope} left join federation f on f.id = split_part(${scope}, '/', 2)`;

/** The names of a place, as one row; none when there is no place of this path. */
export const namesOf = (scope: Scope): Sql => sql`
  select ${placeColumns} from (select ${scope}::text as scope) v ${placeJoins(sql`v.scope`)}
  where case ${placeLevel(scope)}::text when 'section' then s.id is not null when 'federation' then f.id is not null else true end`;

/** The names of a place, for commands; null when there is none of this path. */
export async function findPlace(scope: Scope, tx: Pick<Tx, "$queryRaw">): Promise<PlaceNames | null> {
  const [names] = await tx.$queryRaw<PlaceNames[]>(namesOf(scope));
  return names ?? null;
}

/** The nearest level with somebody in charge, as `listRecipients` of mandates finds her; null when there is nobody at all. */
async function findNearest(scope: Scope): Promise<PlaceLevel | null> {
  const now = clock.now();
  const [, federation = ""] = scope.split("/");
  const [held] = await readRows<{ section: boolean; federation: boolean; national: boolean }>(sql`select
    ${isHeld(sql`'section_leader'`, sql`${scope}`, now)} as section,
    ${isHeld(sql`'federation_admin'`, sql`${`national/${federation}`}`, now)} as federation,
    ${isHeld(sql`'national_admin'`, sql`'national'`, now)} as national`);
  if (held?.section && placeLevel(scope) === "section") return "section";
  if (held?.federation) return "federation";
  return held?.national ? "national" : null;
}

/** How the reader writes to those in charge of a place, and where she already did. */
export async function getPlaceDesk(actor: Actor, scope: Scope, names: PlaceNames): Promise<PlaceDeskView> {
  const name = thePlace(names);
  if (actor.kind !== "member")
    return { scope, name, level: null, readers: "", can: { write: false }, conversation: null, inboxHref: null };
  type Row = { id: string; waits: boolean };
  const [level, [open]] = await Promise.all([
    findNearest(scope),
    readRows<Row>(sql`
      select v.id, v.waiting_since is not null as waits from conversation v
      where v.scope = ${scope} and v.member_id = ${actor.id}`),
  ]);
  return {
    scope,
    name,
    level,
    readers: readersOfPlace(placeLevel(scope), level),
    can: { write: canWriteToPlace(actor, { scope, open: true, begunToday: 0, repeated: false }).allowed },
    conversation: open ? { href: paths.conversation(open.id), answered: !open.waits } : null,
    inboxHref: answersFor(actor, scope) ? paths.inbox(scope) : null,
  };
}

/** The form of a first message to a place. Throws `not_found` for a place that does not exist. */
export async function getPlaceToWrite(actor: Actor, asked: unknown): Promise<PlaceToWriteView> {
  const { data: scope } = placeScope.safeParse(asked);
  const [names] = scope && actor.kind === "member" ? await readRows<PlaceNames>(namesOf(scope)) : [];
  if (!scope || !names) throw new AppError("not_found", "absent");
  return { ...(await getPlaceDesk(actor, scope, names)), title: placeName(names), href: placeHref(names) };
}

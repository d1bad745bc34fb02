import type { Actor, Role } from "@/core/actor.ts";
import { paths } from "@/core/paths.ts";
import { federationScope, NATIONAL, type Scope } from "@/core/scope.ts";
import { fieldReaches, isSuspended, profileOf, visibleProfiles } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql, type Tx } from "@/platform/db/client.ts";
import { isBroken } from "./handover.policy.ts";
import { inForce } from "./mandate.policy.ts";
import { DAY_MS, NOTICE_DAYS } from "./mandate.rules.ts";
import type { HolderView, Recipient } from "./mandate.views.ts";

type HolderRow = {
  mandate_id: string;
  role: Role;
  begins_at: Date;
  ends_at: Date | null;
  id: string;
  name: string | null;
  photo_id: string | null;
};

/**
 * Who is in charge of exactly this scope now, the longest in charge first. A holder whose card this reader may not see
 * has no name here; a visitor is told the name of who shows everyone both her card and her mandates.
 */
export async function listHolders(actor: Actor, scope: Scope): Promise<HolderView[]> {
  const now = clock.now();
  const named =
    actor.kind === "visitor"
      ? sql`(${visibleProfiles(actor)} and ${fieldReaches("mandates", actor)})`
      : visibleProfiles(actor);
  const rows = await db.$queryRaw<HolderRow[]>(sql`
    select g.id as mandate_id, g.role::text as role, g.begins_at, g.ends_at, m.id,
      case when ${named} then m.name end as name,
      case when ${named} and ${fieldReaches("photo", actor)} then p.photo_id end as photo_id
    from mandate g join member m on m.id = g.member_id ${profileOf}
    where g.scope = ${scope} and ${inForce(now)} and m.erased_at is null and not ${isSuspended(now)}
    order by g.begins_at, g.id limit 50`);
  return rows.map(({ mandate_id, role, begins_at, ends_at, id, name, photo_id }) => ({
    mandateId: mandate_id,
    role,
    name,
    href: name === null ? null : paths.member({ id, name }),
    photo: photo_id && paths.api.memberPhoto(id, photo_id),
    beginsAt: begins_at,
    endsAt: ends_at,
  }));
}

/** A command passes its own transaction: asking for a second connection while it holds one would exhaust the pool. */
type Reader = Pick<Tx, "$queryRaw">;

/** Who holds one of these roles in exactly this scope and can act: for jobs alone. */
export async function listHoldersToTell(
  roles: readonly Role[],
  scope: Scope,
  reader: Reader = db,
): Promise<Recipient[]> {
  const now = clock.now();
  return reader.$queryRaw<Recipient[]>(sql`
    select m.id, m.name, m.email from member m
    where m.erased_at is null and not ${isSuspended(now)} and exists (select 1 from mandate g
      where g.member_id = m.id and g.scope = ${scope} and g.role::text = any(${[...roles]}::text[]) and ${inForce(now)})
    order by m.id limit 50`);
}

/** The federation's admins besides these members, or the national ones where it has none: for jobs alone. */
export async function listFederationRecipients(
  scope: Scope,
  besides: readonly string[] = [],
  reader: Reader = db,
): Promise<Recipient[]> {
  const others = (people: Recipient[]) => people.filter(({ id }) => !besides.includes(id));
  const federation = federationScope(scope);
  const found = federation ? others(await listHoldersToTell(["federation_admin"], federation, reader)) : [];
  return found.length > 0 ? found : others(await listHoldersToTell(["national_admin"], NATIONAL, reader));
}

/** Who answers for a scope, for jobs alone: a section's leaders, else its federation's admins, else the national ones. */
export async function listRecipients(scope: Scope, reader: Reader = db): Promise<Recipient[]> {
  const leaders = scope.split("/").length > 2 ? await listHoldersToTell(["section_leader"], scope, reader) : [];
  return leaders.length > 0 ? leaders : listFederationRecipients(scope, [], reader);
}

/** Leaders' mandates that end within the notice with nobody after them, not told yet; under lock, for the daily job. */
export async function listEndingAlone(tx: Reader, now: Date): Promise<string[]> {
  const until = new Date(now.getTime() + NOTICE_DAYS * DAY_MS);
  const rows = await tx.$queryRaw<{ id: string }[]>(sql`
    select g.id from mandate g
    where g.role = 'section_leader' and g.end_told_at is null and ${inForce(now)} and g.ends_at <= ${until}
      and not exists (select 1 from mandate o join member m on m.id = o.member_id
        where o.scope = g.scope and o.role = g.role and o.id <> g.id and m.erased_at is null and not ${isSuspended(now)}
          and o.begins_at <= g.ends_at and (o.ends_at is null or o.ends_at > g.ends_at))
      and not exists (select 1 from handover h where h.mandate_id = g.id and h.confirmed_at is not null
        and h.done_at is null and h.cancelled_at is null)
    order by g.ends_at, g.id limit 500 for update of g skip locked`);
  return rows.map(({ id }) => id);
}

/** Handovers to settle: due ones that both signed, and those that can no longer be. For the clock's job. */
export async function listHandoversToSettle(now: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(sql`
    select h.id from handover h
    where h.done_at is null and h.cancelled_at is null and (${isBroken(now)} or (h.confirmed_at is not null
      and h.holder_signed_at is not null and h.successor_signed_at is not null and h.effective_at <= ${now}))
    order by h.effective_at, h.id limit 200`);
  return rows.map(({ id }) => id);
}

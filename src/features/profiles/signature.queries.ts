import type { Actor } from "@/core/actor.ts";
import { paths } from "@/core/paths.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { fieldReaches, profileOf, profileOfEach, visibleProfiles } from "./profile.policy.ts";

/** Who signed what is read in common. `href` and `photo` are null where her card does not reach the reader. */
export type Signature = { name: string; href: string | null; photo: string | null };

/**
 * The names under words that are read in common, by member: for whoever already may read the words. A block leaves the
 * name and closes the card; an erased account has no signature left.
 */
export async function signaturesOf(
  actor: Actor,
  memberIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, Signature>> {
  const ids = [...new Set(memberIds.filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  type Row = { id: string; name: string; seen: boolean; photo: string | null };
  const rows = await readRows<Row>(sql`
    select m.id, m.name, ${visibleProfiles(actor)} as seen, case when ${fieldReaches("photo", actor)} then p.photo_id end as photo
    from member m ${profileOf} where m.id = any(${ids}::text[]) and m.erased_at is null`);
  return new Map(
    rows.map(({ id, name, seen, photo }) => [
      id,
      {
        name,
        href: seen ? paths.member({ id, name }) : null,
        photo: seen && photo ? paths.api.memberPhoto(id, photo) : null,
      },
    ]),
  );
}

/** Of these members, the names of those whose card reaches the reader, by id: for what tells of them apart from their words. */
export async function namesFor(
  actor: Actor,
  memberIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(memberIds.filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const rows = await readRows<{ id: string; name: string }>(sql`
    select m.id, m.name from unnest(${ids}::text[]) asked(id)
      cross join lateral (select * from member x where x.id = asked.id limit 1) m ${profileOfEach} where ${visibleProfiles(actor)}`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

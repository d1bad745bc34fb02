import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";

/**
 * Gives the country, each federation and each section its own group; run again, it adds those of new places only. Answers
 * how many it added. Their ids are drawn from their places, so that two processes at once make the same ones.
 */
export async function ensurePlaceGroups(): Promise<number> {
  const id = sql`substr(md5('group of ' || place.scope), 1, 12)`;
  return db.$executeRaw(sql`
    insert into member_group (id, slug, name, purpose, kind, scope, place, entry, posted_by, created_at)
    select ${id}, place.slug, place.name, place.purpose, 'place', place.scope, place.scope, 'open', place.posted_by::group_role, ${clock.now()}
    from (
      select 'national' as scope, 'le-parti' as slug, 'Le parti' as name,
        'Ce que publie le niveau national, pour tous les membres.' as purpose, 'lead' as posted_by
      union all select 'national/' || f.id, f.slug, f.name, 'Le groupe de la fédération, où l’on prépare ce que l’on fait ensemble.', 'member' from federation f
      union all select s.scope, s.slug, s.name, 'Le groupe de la section, où l’on prépare ce que l’on fait ensemble.', 'member' from section s) place
    on conflict (place) do nothing`);
}

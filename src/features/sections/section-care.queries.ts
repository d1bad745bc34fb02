import type { Actor } from "@/core/actor.ts";
import { ofPlace } from "@/core/french-places.ts";
import { paths } from "@/core/paths.ts";
import { NATIONAL } from "@/core/scope.ts";
import { isHeld } from "@/features/mandates/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { isLed } from "./section.policy.ts";
import { STAND_IN_KM } from "./section.rules.ts";
import type { StandInView } from "./section.views.ts";
import { addressColumns, hrefOf, type SectionAddress } from "./section-address.queries.ts";

type CaredFor = SectionAddress & { id: string; federation_id: string };

/** Whether she has offered to look after her section and waits for an answer. */
export async function hasVolunteered(actor: Actor): Promise<boolean> {
  if (actor.kind !== "member") return false;
  const rows = await readRows(sql`select 1 from volunteer where member_id = ${actor.id} and answered_at is null`);
  return rows.length > 0;
}

/** Who looks after a section without anybody in charge: the nearest one that has, else its federation, else all of France. */
export async function findStandIn(section: CaredFor): Promise<StandInView> {
  const now = clock.now();
  type Row = SectionAddress & { km: number };
  // Within a rectangle first (a degree is 111 km), then by distance; the nearest are asked one by one whether they are led.
  const box = sql`s.latitude between o.latitude - ${STAND_IN_KM}::float8 / 111 and o.latitude + ${STAND_IN_KM}::float8 / 111
    and s.longitude between o.longitude - ${STAND_IN_KM}::float8 / (111 * cos(radians(o.latitude)))
      and o.longitude + ${STAND_IN_KM}::float8 / (111 * cos(radians(o.latitude)))`;
  const [near] = await readRows<Row>(sql`
    select ${addressColumns}, s.km
    from (
      select * from (
        select s.*, o.federation_id as home, distance_km(o.latitude, o.longitude, s.latitude, s.longitude) as km
        from section o join section s on s.id <> o.id where o.id = ${section.id} and ${box} offset 0) s
      where s.km <= ${STAND_IN_KM} order by s.km, s.federation_id <> s.home, s.id offset 0) s
    join federation f on f.id = s.federation_id
    where ${isLed(now)} order by s.km, s.federation_id <> s.home, s.id limit 1`);
  if (near) return { level: "section", name: near.name, href: hrefOf(near), km: near.km };
  const [held] = await readRows<{ yes: boolean }>(
    sql`select ${isHeld(sql`'federation_admin'`, sql`${`${NATIONAL}/${section.federation_id}`}`, now)} as yes`,
  );
  return held?.yes
    ? {
        level: "federation",
        name: ofPlace(section.federation_name),
        href: paths.federation({ slug: section.federation_slug }),
      }
    : { level: "national", name: "l’équipe nationale", href: paths.sections };
}

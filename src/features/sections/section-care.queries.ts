import type { Actor } from "@/core/actor.ts";
import { ofPlace } from "@/core/french-places.ts";
import { paths } from "@/core/paths.ts";
import { NATIONAL } from "@/core/scope.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { isHeld, isLed } from "./section.policy.ts";
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
  const [near] = await readRows<Row>(sql`
    select ${addressColumns}, distance_km(o.latitude, o.longitude, s.latitude, s.longitude) as km
    from section o join section s on s.id <> o.id join federation f on f.id = s.federation_id
    where o.id = ${section.id} and ${isLed(now)}
      and distance_km(o.latitude, o.longitude, s.latitude, s.longitude) <= ${STAND_IN_KM}
    order by km, s.federation_id <> o.federation_id, s.id limit 1`);
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

import type { Actor } from "@/core/actor.ts";
import { profileOf } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Sql, sql } from "@/platform/db/client.ts";
import { type PersonRow, personColumns, toPerson } from "./person.queries.ts";
import { isLed } from "./section.policy.ts";
import { visibleVolunteers } from "./volunteer.policy.ts";
import type { VolunteerView } from "./volunteer.views.ts";

const MOST = 30;

type Row = PersonRow & {
  volunteer_id: string;
  offered_at: Date;
  words: string;
  place_id: string;
  place: string;
  scope: string;
  led: boolean;
  there: boolean;
};

/** Who offered to look after a section and waits for an answer, the oldest first; those that this reader answers. */
export async function listVolunteers(
  actor: Actor,
  place: { sectionId: string } | { federationId: string },
): Promise<VolunteerView[]> {
  const where: Sql =
    "sectionId" in place ? sql`s.id = ${place.sectionId}` : sql`s.federation_id = ${place.federationId}`;
  const rows = await db.$queryRaw<Row[]>(sql`
    with offer as (
      select v.id, v.member_id, v.offered_at, v.words, s.id as place_id, s.name as place, s.scope, ${isLed(clock.now())} as led
      from section s join volunteer v on v.section_id = s.id
      where v.answered_at is null and ${where} and ${visibleVolunteers(actor)}
      order by v.offered_at, v.id limit ${MOST})
    select o.id as volunteer_id, o.offered_at, o.words, o.place_id, o.place, o.scope, o.led,
      m.section_id = o.place_id as there, ${personColumns(actor)}
    from offer o join member m on m.id = o.member_id and m.erased_at is null join section s on s.id = m.section_id ${profileOf}
    order by o.offered_at, o.id`);
  return rows.map((row) => {
    const other = row.id !== actor.id;
    return {
      ...toPerson(row),
      volunteerId: row.volunteer_id,
      offeredAt: row.offered_at,
      words: row.words,
      place: { id: row.place_id, name: row.place, scope: row.scope },
      led: row.led,
      can: { answer: other, name: other && row.there && !row.led },
    };
  });
}

import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { canRunEvent, organisesEvent, staffsEvent, visibleEvents } from "@/features/events/index.ts";
import { activeSignUps } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { toldEvent } from "./participation-mail.queries.ts";
import { drawSheet, type Sheet } from "./sheet.rules.ts";
import { placeWords, type ToldEvent, whenWords } from "./told-event.rules.ts";

/** What the sheet of an event says, for those who organise it. Throws `not_found` for anybody else. */
export async function getSheet(actor: Actor, eventId: string): Promise<Sheet & { slug: string }> {
  const [event] = await readRows<ToldEvent & { organises: boolean; staffs: boolean }>(sql`
    select ${toldEvent}, ${organisesEvent(actor)} as organises, ${staffsEvent(actor)} as staffs
    from event e where e.id = ${eventId} and ${visibleEvents(actor)}`);
  if (!event || !canRunEvent(actor, event).allowed) throw new AppError("not_found", "absent");
  const names = await readRows<{ shiftId: string; name: string | null; size: number }>(sql`
    select h.id as "shiftId", coalesce(m.name, g.name) as name, s.size
    from sign_up s join shift h on h.id = s.shift_id join event e on e.id = h.event_id
    left join member m on m.id = s.member_id left join event_guest g on g.id = s.guest_id
    where e.id = ${eventId} and ${activeSignUps(clock.now())} order by s.arrival`);
  const shifts = await readRows<{ id: string; label: string; startsAt: Date; endsAt: Date }>(sql`
    select h.id, h.label, h.starts_at as "startsAt", h.ends_at as "endsAt" from shift h
    where h.event_id = ${eventId} and h.removed_at is null order by h.starts_at, h.ends_at, h.id`);
  return {
    slug: event.slug,
    title: event.title,
    lines: [
      whenWords(event, event.zone),
      placeWords(event),
      ...(event.meetingPoint ? [`Rendez-vous\u00a0: ${event.meetingPoint}`] : []),
    ],
    shifts: shifts.map((shift) => ({
      title: shift.label ? `${shift.label} (${whenWords(shift, event.zone)})` : whenWords(shift, event.zone),
      names: inFrenchOrder(names.filter(({ shiftId }) => shiftId === shift.id)).flatMap(({ name, size }) => [
        name ?? "Nom effacé",
        ...(size > 1 ? [`avec ${name ?? "cette personne"} (+1)`] : []),
      ]),
    })),
  };
}

/** The sheet as a file: A4, to be printed and signed. */
export async function getSignInSheet(actor: Actor, { id }: { id: string }): Promise<OfferedFile> {
  const { slug, ...sheet } = await getSheet(actor, id);
  return { name: `emargement-${slug}.pdf`, type: "application/pdf", body: await drawSheet(sheet) };
}

type OfferedFile = { name: string; type: string; body: Uint8Array };

const order = new Intl.Collator("fr");
const inFrenchOrder = <Row extends { name: string | null }>(rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => order.compare(a.name ?? "", b.name ?? ""));

import { sql, type Tx } from "@/platform/db/client.ts";
import { placeOffered, placeTaken } from "../shift.facts.ts";
import { freePlaces, OFFER_MS } from "../shift.rules.ts";
import { type LockedShift, type RecordFacts, writeTaken } from "./lock-shift.ts";

type Head = { id: string; size: number };

/**
 * Gives the free places of a locked shift to those who wait, in the order of their arrival: nobody overtakes, so a pair
 * waits for two places and everybody behind it waits too. Offered, to be confirmed; given at once when it begins soon.
 */
export async function promote(tx: Tx, shift: LockedShift, now: Date, record: RecordFacts): Promise<void> {
  const free = freePlaces(shift);
  if (free === 0 || shift.endsAt <= now) return;
  const heads = await tx.$queryRaw<Head[]>(sql`
    select s.id, s.size from sign_up s join event e on e.id = ${shift.eventId} and e.stage = 'published'
    where s.shift_id = ${shift.id} and s.state = 'waiting' order by s.arrival limit ${free}`);
  const chosen = inOrder(heads, free);
  if (chosen.length === 0) return;
  const ids = chosen.map(({ id }) => id);
  const atOnce = shift.startsAt.getTime() - now.getTime() < OFFER_MS;
  await tx.$executeRaw(
    atOnce
      ? sql`update sign_up set state = 'in' where id = any(${ids}::text[])`
      : sql`update sign_up set state = 'offered', offered_until = ${new Date(now.getTime() + OFFER_MS)}
          where id = any(${ids}::text[])`,
  );
  await writeTaken(tx, shift, sizes(chosen));
  for (const signUpId of ids) {
    const about = { eventId: shift.eventId, shiftId: shift.id, signUpId };
    record(atOnce ? placeTaken({ ...about, promoted: 1 }) : placeOffered(about));
  }
}

export const sizes = (rows: readonly { size: number }[]): number => rows.reduce((sum, { size }) => sum + size, 0);

/** The first ones, as long as the next still fits. */
function inOrder(heads: readonly Head[], free: number | null): Head[] {
  let left = free ?? Number.POSITIVE_INFINITY;
  const stop = heads.findIndex(({ size }) => {
    left -= size;
    return left < 0;
  });
  return stop === -1 ? [...heads] : heads.slice(0, stop);
}

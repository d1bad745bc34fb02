import type { Member } from "@/core/actor.ts";
import { getMyOffer } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { findHome } from "./agenda.queries.ts";
import { chooseEvents, type Source } from "./candidates.queries.ts";
import { listEventCards } from "./event-card.queries.ts";
import type { EventCardView } from "./event-card.views.ts";
import { suitsKind, suitsMoment, tickedFor } from "./offer-match.rules.ts";

/** What is proposed happens soon, and near: so far when she did not say. */
const SOON_MS = 21 * 24 * 3_600_000;
const USUAL_REACH_KM = 15;
const LOOKED_AT = 40;
/** Other features have something to propose too. */
const PROPOSED = 2;
const SHOWN = 4;
/** Her own next events fill so many of these; the rest is what her section lacks people for. */
const OWN_SHOWN = 3;

export type ShortOfPeople = EventCardView & { ticked: boolean };

/** Events near a member that still need people and that she has not answered, those that she said she would do first. */
export async function listShortOfPeople(member: Member): Promise<ShortOfPeople[]> {
  const [offer, home] = await Promise.all([getMyOffer(member), findHome(member)]);
  const now = clock.now();
  const km = offer.reachKm ?? USUAL_REACH_KM;
  const wish = { from: now, before: new Date(now.getTime() + SOON_MS), missing: true, limit: LOOKED_AT };
  const sources: Source[] = [
    { of: "scope", scope: member.section.scope },
    ...(home && km > 0 ? [{ of: "around", point: home, km } as const] : []),
  ];
  const found = await Promise.all(sources.map((source) => chooseEvents(member, source, wish)));
  const ids = [...new Set(found.flatMap((chosen) => chosen.ids))];
  const [cards, refused] = await Promise.all([listEventCards(member, ids, home), listRefused(member, ids)]);
  return cards
    .filter((card) => isOpenToHer(card, refused) && suitsKind(offer, card.kind) && suits(card))
    .map((card) => ({ ...card, ticked: tickedFor(offer, card.kind) !== null }))
    .toSorted((a, b) => Number(b.ticked) - Number(a.ticked) || a.startsAt - b.startsAt)
    .slice(0, PROPOSED);

  function suits(card: EventCardView): boolean {
    // From home, nothing but what is done by telephone or on line.
    if (km === 0 && card.kind !== "phone_bank" && card.commune) return false;
    if (km > 0 && card.km !== null && card.km > km) return false;
    return card.shifts.some(
      ({ startsAt, needed, taken }) => needed > taken && suitsMoment(offer, new Date(startsAt), card.zone),
    );
  }
}

const isOpenToHer = (card: EventCardView, refused: ReadonlySet<string>): boolean =>
  card.missing > 0 && (card.myPart === null || card.myPart === "maybe") && !refused.has(card.id);

/** Those that she said she does not come to. */
async function listRefused(member: Member, ids: readonly string[]): Promise<Set<string>> {
  const rows = await readRows<{ id: string }>(sql`
    select w.event_id as id from event_answer w
    where w.member_id = ${member.id} and w.answer = 'no' and w.event_id = any(${[...ids]}::text[])`);
  return new Set(rows.map(({ id }) => id));
}

/** Her next events, then what her section lacks people for, the soonest first. */
export async function listNextActions(member: Member): Promise<EventCardView[]> {
  const from = clock.now();
  const [own, short] = await Promise.all([
    chooseEvents(member, { of: "member", id: member.id }, { from, limit: OWN_SHOWN * 3 }),
    chooseEvents(member, { of: "scope", scope: member.section.scope }, { from, missing: true, limit: SHOWN }),
  ]);
  const ids = [...new Set([...own.ids, ...short.ids])];
  const [cards, refused] = await Promise.all([listEventCards(member, ids), listRefused(member, ids)]);
  const live = cards.filter(({ stage, id }) => (stage === "published" || own.ids.includes(id)) && !refused.has(id));
  const hers = live.filter(({ id }) => own.ids.includes(id)).slice(0, OWN_SHOWN);
  const others = live.filter(({ id }) => !own.ids.includes(id)).slice(0, SHOWN - hers.length);
  return [...hers, ...others].toSorted((a, b) => a.startsAt - b.startsAt);
}

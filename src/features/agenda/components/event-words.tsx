import { clockTime, counted, weekdayAndDay } from "@/core/french-dates.ts";
import { PARIS } from "@/core/zoned-time.ts";
import { missingWords } from "@/features/shifts/index.ts";
import { Badge } from "@/ui/badge.tsx";
import type { EventCardView, MyPart } from "../event-card.views.ts";

/** "9 h – 10 h 30", at the place; with the last day where it is another. */
export function hoursWords({ startsAt, endsAt }: { startsAt: number; endsAt: number }, zone: string): string {
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  const first = weekdayAndDay(start, zone);
  const last = weekdayAndDay(end, zone);
  const until =
    first === last || endsAt - startsAt < 12 * 3_600_000 ? clockTime(end, zone) : `${last}, ${clockTime(end, zone)}`;
  return `${clockTime(start, zone)} – ${until}`;
}

/** Where the clock is not the reader's, it is said whose hours these are. */
export const localHours = (zone: string, readerZone: string = PARIS): string =>
  zone === readerZone ? "" : " (heure de là-bas)";

/** Where it is, in a line. */
export function whereWords({ meetingPoint, address, commune, online }: EventCardView): string {
  const spot = meetingPoint || address;
  if (commune) return spot ? `${spot}, ${commune}` : commune;
  return online ? "En ligne" : spot;
}

const parts: Record<MyPart, { words: string; tone: "ok" | "amber" | "neutral" }> = {
  in: { words: "Tu y vas", tone: "ok" },
  offered: { words: "Une place t’attend : confirme-la", tone: "amber" },
  waiting: { words: "En liste d’attente", tone: "neutral" },
  maybe: { words: "Peut-être", tone: "neutral" },
  organises: { words: "Tu organises", tone: "neutral" },
};

/** What stands out of an event: cancelled, short of people, what the reader has to do with it. */
export function EventBadges({ event, withMissing }: { event: EventCardView; withMissing: boolean }) {
  const { stage, missing, myPart, hidden } = event;
  return (
    <>
      {stage === "cancelled" && <Badge tone="rose">Annulé</Badge>}
      {stage === "draft" && <Badge>Brouillon</Badge>}
      {stage === "proposed" && <Badge>Proposé</Badge>}
      {hidden && <Badge tone="rose">Masqué par la modération</Badge>}
      {withMissing && missing > 0 && (
        <Badge tone="amber">
          <span className="first-letter:uppercase">{missingWords(missing)}</span>
        </Badge>
      )}
      {myPart && stage !== "cancelled" && <Badge tone={parts[myPart].tone}>{parts[myPart].words}</Badge>}
    </>
  );
}

/** How full a shift is: "4 sur 6 · il manque 2 personnes". */
export function placesWords({ needed, maximum, taken }: { needed: number; maximum: number | null; taken: number }): {
  words: string;
  tone: "amber" | "ok" | "neutral";
} {
  if (maximum !== null && taken >= maximum) return { words: `${taken} sur ${maximum} · complet`, tone: "ok" };
  const missing = needed - taken;
  if (missing > 0) return { words: `${taken} sur ${needed} · ${missingWords(missing)}`, tone: "amber" };
  if (maximum !== null)
    return {
      words: `${taken} sur ${maximum} · ${counted(maximum - taken, "place libre", "places libres")}`,
      tone: "neutral",
    };
  return { words: taken === 0 ? "Sois la première personne" : counted(taken, "personne"), tone: "neutral" };
}

import { weekdayAndDay } from "@/core/french-dates.ts";
import type { HomeActs } from "@/core/member-act.ts";
import { paths } from "@/core/paths.ts";
import { missingWords } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { distanceWords } from "./agenda.rules.ts";
import { listShortOfPeople, type ShortOfPeople } from "./next-actions.queries.ts";
import { actKindFor } from "./offer-match.rules.ts";

const WEEK_MS = 6 * 24 * 3_600_000;

/** Events around her that lack people: the team to complete. */
export const agendaHomeActs: HomeActs = async (member) => {
  const now = clock.now().getTime();
  return (await listShortOfPeople(member)).map((event) => ({
    kind: actKindFor(event.kind),
    href: paths.event(event),
    title: `Complète l’équipe : ${event.title}`,
    reason: [`${missingWords(event.missing)} ${dayWords(event, now)}`, whereWords(event)].filter(Boolean).join(" · "),
  }));
};

/** "samedi" within the week, else "samedi 12 décembre". */
function dayWords({ startsAt, zone }: ShortOfPeople, now: number): string {
  const words = weekdayAndDay(new Date(startsAt), zone);
  return startsAt - now < WEEK_MS ? (words.split(" ")[0] ?? words) : words;
}

function whereWords({ km, point, commune, online }: ShortOfPeople): string {
  if (km !== null && point) return `${distanceWords(km, point.exact)} de chez toi`;
  return commune ?? (online ? "en ligne" : "");
}

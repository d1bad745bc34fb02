import { clockTime, dayAndMonth } from "@/core/french-dates.ts";
import type { DebatePhase } from "../debate.rules.ts";
import type { DebateView } from "../debate.views.ts";

/** The phases that a host can lead to. */
export type NextPhase = Exclude<DebatePhase, "upcoming">;

/** What leading to a phase is called, and what it changes, for somebody who does it for the first time. */
export const stepWords: Record<NextPhase, { act: string; confirm: string; what: string }> = {
  ideas: {
    act: "Ouvrir aux idées",
    confirm: "Oui, ouvrir maintenant",
    what: "Chacun·e pourra proposer ses arguments : pour, contre ou neutres. On ne vote pas encore.",
  },
  debate: {
    act: "Passer au débat",
    confirm: "Oui, passer au débat",
    what: "On pourra continuer à écrire, se répondre, et voter sur chaque contribution. Les nouvelles contributions seront pour ou contre.",
  },
  vote: {
    act: "Passer au vote",
    confirm: "Oui, passer au vote",
    what: "On ne pourra plus écrire ni se répondre : seulement voter sur les contributions déjà publiées.",
  },
  synthesis: {
    act: "Terminer la participation",
    confirm: "Oui, terminer maintenant",
    what: "Plus personne n’écrit ni ne vote, tout reste lisible. Tu écris alors la synthèse, en citant les contributions.",
  },
  closed: {
    act: "Clore le débat",
    confirm: "Oui, clore le débat",
    what: "Le débat et sa synthèse restent lisibles, et la synthèse ne change plus.",
  },
};

/** "12 décembre à 18 h 30". */
export function momentWords(at: number, now: number): string {
  const date = new Date(at);
  return `${dayAndMonth(date, new Date(now))} à ${clockTime(date)}`;
}

/** When a phase begins by itself; null where a host decides. */
export function beginsAt(debate: DebateView, phase: DebatePhase): number | null {
  const dates: Partial<Record<DebatePhase, number | null>> = {
    ideas: debate.opensAt,
    debate: debate.debateAt,
    vote: debate.voteAt,
    synthesis: debate.closesAt,
  };
  return dates[phase] ?? null;
}

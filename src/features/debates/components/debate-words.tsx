import { dayAndMonth } from "@/core/french-dates.ts";
import { Badge } from "@/ui/badge.tsx";
import { type DebateAudience, type DebatePhase, statusOf } from "../debate.rules.ts";
import type { DebateView } from "../debate.views.ts";
import { phaseWords } from "./board-words.ts";

export const audienceWords: Record<DebateAudience, string> = {
  open: "Débat ouvert",
  members: "Débat entre membres",
  adherents: "Débat des adhérent·e·s",
};

/** Whether a debate is running, in a word; its steps say the rest. */
export function StatusBadge({ phase }: { phase: DebatePhase }) {
  return statusOf(phase) === "running" ? <Badge tone="live">En direct</Badge> : <PhaseBadge phase={phase} />;
}

/** Where a debate stands, in a word; the dot beats while one may take part. */
export function PhaseBadge({ phase }: { phase: DebatePhase }) {
  const status = statusOf(phase);
  if (status === "running") return <Badge tone="live">{phaseWords[phase]}</Badge>;
  if (phase === "synthesis") return <Badge tone="rose">Synthèse en cours</Badge>;
  return <Badge tone={status === "coming" ? "amber" : "neutral"}>{phaseWords[phase]}</Badge>;
}

type Dated = Pick<DebateView, "phase" | "opensAt" | "debateAt" | "voteAt" | "closesAt">;

/** When the present phase ends by itself, in milliseconds: the first date that is still ahead of it. */
export function phaseEndsAt({ phase, opensAt, debateAt, voteAt, closesAt }: Dated): number {
  if (phase === "upcoming") return opensAt;
  if (phase === "ideas") return debateAt ?? voteAt ?? closesAt;
  return phase === "debate" ? (voteAt ?? closesAt) : closesAt;
}

/** "jusqu’au 12 décembre", "ouvre le 3 mai", "participation terminée le 1er juin": until or since when it stands there. */
export function phaseDate(debate: Dated, now: number): string {
  const day = dayAndMonth(new Date(phaseEndsAt(debate)), new Date(now));
  if (debate.phase === "upcoming") return `ouvre le ${day}`;
  if (debate.phase === "synthesis") return `depuis le ${day}`;
  return debate.phase === "closed" ? `participation terminée le ${day}` : `jusqu’au ${day}`;
}

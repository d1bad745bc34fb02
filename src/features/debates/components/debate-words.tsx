import { Badge } from "@/ui/badge.tsx";
import type { DebateAudience, DebateStatus } from "../debate.rules.ts";

export const audienceWords: Record<DebateAudience, string> = {
  open: "Débat ouvert",
  members: "Débat entre membres",
  adherents: "Débat des adhérent·e·s",
};

/** Whether a debate is coming, running or closed, in a word. */
export function StatusBadge({ status }: { status: DebateStatus }) {
  if (status === "running") return <Badge tone="live">En direct</Badge>;
  return status === "coming" ? <Badge tone="amber">À venir</Badge> : <Badge>Clos</Badge>;
}

import { defineFact } from "@/core/fact.ts";

/** Somebody said that a rule is broken. Who is told by nothing here. */
export const objectReported = defineFact<{ caseId: string }>({ name: "moderation.object-reported" });
export const caseDecided = defineFact<{ caseId: string; decisionId: string }>({ name: "moderation.case-decided" });
export const decisionAppealed = defineFact<{ caseId: string; decisionId: string }>({
  name: "moderation.decision-appealed",
});
/** `decisionId` is the second decision. */
export const appealSettled = defineFact<{ caseId: string; decisionId: string }>({ name: "moderation.appeal-settled" });

export const moderationFacts = [objectReported, caseDecided, decisionAppealed, appealSettled] as const;

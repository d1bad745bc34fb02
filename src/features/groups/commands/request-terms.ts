import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { termsOf } from "../request-terms.rules.ts";
import { requireRules } from "./join-group.ts";

/**
 * When the house rules were accepted: now, or null where there are none. Unticked, or other rules than those that the
 * form showed, nobody comes in.
 */
export function acceptedNow(
  group: { questions: readonly string[]; rules: string },
  { rulesAccepted, terms }: { rulesAccepted: boolean; terms: string },
): Date | null {
  if (!group.rules) return null;
  requireRules(group.rules, rulesAccepted);
  if (terms !== termsOf(group)) throw new AppError("conflict", "changed_meanwhile");
  return clock.now();
}

import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { termsOf } from "../request-terms.rules.ts";

/**
 * When the house rules were accepted: now, or null where there are none. Unticked, or other rules than those that the
 * form showed, nobody comes in.
 */
export function acceptedNow(
  group: { questions: readonly string[]; rules: string },
  { rulesAccepted, terms }: { rulesAccepted: boolean; terms: string },
): Date | null {
  if (!group.rules) return null;
  if (!rulesAccepted)
    throw new AppError("invalid", "bad_input", {
      fields: { rulesAccepted: "Pour entrer, coche la case : tu acceptes les règles du groupe." },
    });
  if (terms !== termsOf(group)) throw new AppError("conflict", "changed_meanwhile");
  return clock.now();
}

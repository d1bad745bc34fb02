"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { suspendMember } from "@/features/accounts/index.ts";
import { clock } from "@/platform/clock.ts";
import { formAction } from "@/platform/next/form-action.ts";
import { cancelHandover } from "./commands/cancel-handover.ts";
import { confirmHandover } from "./commands/confirm-handover.ts";
import { decideNomination } from "./commands/decide-nomination.ts";
import { endMandate } from "./commands/end-mandate.ts";
import { giveMandate } from "./commands/give-mandate.ts";
import { liftSuspension } from "./commands/lift-suspension.ts";
import { nominate } from "./commands/nominate.ts";
import { proposeHandover } from "./commands/propose-handover.ts";
import { signHandover } from "./commands/sign-handover.ts";
import { viewContact } from "./commands/view-contact.ts";
import { DAY_MS } from "./mandate.rules.ts";

type Fields = Record<string, string | string[]>;
const stay = { then: () => refresh() };

/** A mandate is chosen in one list: "role scope". */
function withMandate({ mandate, ...fields }: Fields): Fields {
  const [role = "", scope = ""] = String(mandate ?? "").split(" ");
  return { ...fields, role, scope };
}

/** A suspension is chosen by its length in days; "sans-fin" has none. */
function withEnd({ days, ...fields }: Fields): Fields {
  const length = Number(days);
  if (days === "sans-fin") return fields;
  const end = new Date(clock.now().getTime() + length * DAY_MS);
  return { ...fields, endsAt: Number.isInteger(length) && length > 0 && length < 10_000 ? end.toISOString() : "" };
}

export const giveMandateAction = formAction(giveMandate, { read: withMandate, ...stay });
export const endMandateAction = formAction(endMandate, stay);
export const nominateAction = formAction(nominate, stay);
export const decideNominationAction = formAction(decideNomination, stay);
export const suspendMemberAction = formAction(suspendMember, { read: withEnd, ...stay });
export const liftSuspensionAction = formAction(liftSuspension, stay);
export const viewContactAction = formAction(viewContact);

export const proposeHandoverAction = formAction(proposeHandover, {
  then: ({ handoverId }) => redirect(paths.handover(handoverId)),
});
export const confirmHandoverAction = formAction(confirmHandover, stay);
export const signHandoverAction = formAction(signHandover, stay);
export const cancelHandoverAction = formAction(cancelHandover, stay);

"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { verifyAdherent } from "@/features/accounts/index.ts";
import { endMandate, giveMandate } from "@/features/mandates/index.ts";
import { answerVolunteer } from "@/features/sections/index.ts";
import { formAction } from "@/platform/next/form-action.ts";
import { assignPointPerson } from "./commands/assign-point-person.ts";
import { declineAdherent } from "./commands/decline-adherent.ts";
import { markWelcomed } from "./commands/mark-welcomed.ts";
import { proposeAdherent } from "./commands/propose-adherent.ts";
import { writeWelcome } from "./commands/write-welcome.ts";

const stay = { then: () => refresh() };

export const assignPointPersonAction = formAction(assignPointPerson, stay);
export const writeWelcomeAction = formAction(writeWelcome, stay);
export const markWelcomedAction = formAction(markWelcomed, stay);
/** From the newcomer's own page, which ends with her welcome: back to where one came from. */
export const finishWelcomeAction = formAction(markWelcomed, {
  then: ({ desk }) => (desk ? redirect(paths.console(desk)) : redirect(paths.memberHome)),
});

export const proposeAdherentAction = formAction(proposeAdherent, stay);
export const verifyAdherentAction = formAction(verifyAdherent, stay);
export const declineAdherentAction = formAction(declineAdherent, stay);

export const answerVolunteerAction = formAction(answerVolunteer, stay);
export const nameLeaderAction = formAction(giveMandate, {
  read: (fields) => ({ ...fields, role: "section_leader" }),
  ...stay,
});
export const endLeaderAction = formAction(endMandate, stay);

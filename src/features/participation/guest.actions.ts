"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { formAction } from "@/platform/next/form-action.ts";
import { manageToken } from "./guest.rules.ts";
import * as participation from "./index.ts";

/** Shows the page as it is now, under the form that changed it. */
const stay = { then: () => refresh() };

export const askAsGuestAction = formAction(participation.askAsGuest);
/** Her first link has served: on to the one that the next mail brings too. */
export const confirmAsGuestAction = formAction(participation.confirmAsGuest, {
  then: ({ guestId }) => redirect(paths.guest(manageToken(guestId))),
});
export const changeAsGuestAction = formAction(participation.changeAsGuest, stay);
export const acceptAsGuestAction = formAction(participation.acceptAsGuest, stay);
export const cancelAsGuestAction = formAction(participation.cancelAsGuest, stay);
export const confirmByLinkAction = formAction(participation.confirmByLink, stay);
export const leaveByLinkAction = formAction(participation.leaveByLink, stay);
export const announceAction = formAction(participation.announce, stay);
export const askQuestionAction = formAction(participation.askQuestion, stay);
export const answerQuestionAction = formAction(participation.answerQuestion, stay);
export const hideNoteAction = formAction(participation.hideNote, stay);

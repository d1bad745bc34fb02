"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { formAction } from "@/platform/next/form-action.ts";
import { setInvitationCookie } from "@/platform/next/invitation-cookie.ts";
import * as coopains from "./index.ts";

/** Shows the page as it is now, under the form that changed it. */
const stay = { then: () => refresh() };

export const requestCoopainAction = formAction(coopains.requestCoopain, stay);
export const acceptRequestAction = formAction(coopains.acceptRequest, stay);
export const refuseRequestAction = formAction(coopains.refuseRequest, stay);
export const cancelRequestAction = formAction(coopains.cancelRequest, stay);
export const unblockMemberAction = formAction(coopains.unblockMember, stay);
/** Where her profile may no longer be hers to see. */
export const removeCoopainAction = formAction(coopains.removeCoopain, {
  then: () => redirect(`${paths.coopains}?fait=retrait`),
});
export const blockMemberAction = formAction(coopains.blockMember, {
  then: () => redirect(`${paths.coopains}?fait=blocage`),
});
export const renewLinkAction = formAction(coopains.renewLink, stay);
export const inviteByEmailAction = formAction(coopains.inviteByEmail);
export const opposeInvitationsAction = formAction(coopains.opposeInvitations, stay);
export const openPaperCodeAction = formAction(coopains.openPaperCode, {
  then: ({ token }) => redirect(paths.invitationLink(token)),
});
export const followInvitationAction = formAction(coopains.followInvitation, {
  async then({ token }) {
    await setInvitationCookie(token);
    redirect(paths.signUp);
  },
});

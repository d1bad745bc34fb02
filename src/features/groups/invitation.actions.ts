"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { formAction } from "@/platform/next/form-action.ts";
import * as groups from "./index.ts";

/** Shows the page as it is now, under the form that changed it. */
const stay = { then: () => refresh() };

export const inviteToGroupAction = formAction(groups.inviteToGroup, stay);
export const withdrawInvitationAction = formAction(groups.withdrawInvitation, stay);
/** A group that was declined may no longer be hers to see. */
export const answerGroupInvitationAction = formAction(groups.answerGroupInvitation, {
  then({ into }) {
    const to = into ? paths.group(into) : paths.groups;
    redirect(to);
  },
});

"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { formAction } from "@/platform/next/form-action.ts";
import { answerCoSection, askCoSection, leaveCoSection } from "./commands/co-sections.ts";
import { answerContact, nameContact, readContact, withdrawContact } from "./commands/contacts.ts";
import { inviteMember, uninviteMember } from "./commands/invitees.ts";
import { addItem, claimItem, removeItem, unclaimItem } from "./commands/items.ts";
import { addOrganiser, removeOrganiser } from "./commands/organisers.ts";

const stay = { then: () => refresh() };

export const addOrganiserAction = formAction(addOrganiser, stay);
export const removeOrganiserAction = formAction(removeOrganiser, {
  then: ({ left, ...event }) => (left ? redirect(paths.event(event)) : refresh()),
});
export const askCoSectionAction = formAction(askCoSection, stay);
export const answerCoSectionAction = formAction(answerCoSection, stay);
export const leaveCoSectionAction = formAction(leaveCoSection, stay);
export const nameContactAction = formAction(nameContact, stay);
export const answerContactAction = formAction(answerContact, stay);
export const withdrawContactAction = formAction(withdrawContact, stay);
/** Its answer is shown once, in the form's place. */
export const readContactAction = formAction(readContact);
export const addItemAction = formAction(addItem, stay);
export const removeItemAction = formAction(removeItem, stay);
export const claimItemAction = formAction(claimItem, stay);
export const unclaimItemAction = formAction(unclaimItem, stay);
export const inviteMemberAction = formAction(inviteMember, stay);
export const uninviteMemberAction = formAction(uninviteMember, stay);

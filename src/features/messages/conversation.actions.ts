"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { formAction } from "@/platform/next/form-action.ts";
import * as messages from "./index.ts";

/** Shows the page as it is now, under the form that changed it. */
const stay = { then: () => refresh() };

export const startConversationAction = formAction(messages.startConversation, {
  then: ({ conversationId }) => redirect(paths.conversation(conversationId)),
});
export const answerMessageRequestAction = formAction(messages.answerMessageRequest, stay);
export const addPeopleAction = formAction(messages.addPeople, stay);
export const removePersonAction = formAction(messages.removePerson, stay);
export const nameConversationAction = formAction(messages.nameConversation, stay);
export const muteConversationAction = formAction(messages.muteConversation, stay);
/** It is no longer hers to see. */
export const leaveConversationAction = formAction(messages.leaveConversation, {
  then: () => redirect(paths.messages),
});

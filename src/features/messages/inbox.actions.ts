"use server";

import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { formAction } from "@/platform/next/form-action.ts";
import { assignConversation } from "./commands/assign-conversation.ts";
import { broadcast } from "./commands/broadcast.ts";
import { opposeBroadcasts } from "./commands/oppose-broadcasts.ts";
import { writeToPlace } from "./commands/write-to-place.ts";

export const writeToPlaceAction = formAction(writeToPlace, {
  then: ({ conversationId }) => redirect(paths.conversation(conversationId)),
});
export const assignConversationAction = formAction(assignConversation);
export const broadcastAction = formAction(broadcast);
export const opposeBroadcastsAction = formAction(opposeBroadcasts);

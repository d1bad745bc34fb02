import { cache } from "react";
import { paths } from "@/core/paths.ts";
import { getConversation } from "@/features/messages/index.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

/** The conversation of a page, shared with its metadata: what is hidden has no title either. */
export const loadConversation = cache(async (id: string) => {
  const member = await requireMember(paths.conversation(id));
  return { member, conversation: await orNotFound(getConversation(member, id)) };
});

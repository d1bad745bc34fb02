import { listConversations } from "@/features/messages/index.ts";
import { jsonQuery } from "@/platform/next/json-route.ts";

/** A page of one's conversations: `?boite=` which of them, `?apres=` where the page before ended. */
export const GET = jsonQuery((actor, { boite, apres }) =>
  listConversations(actor, { box: boite, cursor: apres ?? null }),
);

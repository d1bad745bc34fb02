import { getMessageFile } from "@/features/messages/index.ts";
import { storedFileRoute } from "@/platform/next/stored-file-route.ts";

/** A file of a message, or a part of it, for those who read the message. */
export const GET = storedFileRoute(getMessageFile);
export const HEAD = GET;

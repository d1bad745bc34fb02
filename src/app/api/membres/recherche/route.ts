import { searchMembers } from "@/features/profiles/index.ts";
import { jsonQuery } from "@/platform/next/json-route.ts";

/** Members by the beginning of their names, `?q=`: those who show themselves to whoever asks. The query counts its uses. */
export const GET = jsonQuery(searchMembers);

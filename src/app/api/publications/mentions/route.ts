import { listMentionable } from "@/features/posts/index.ts";
import { jsonQuery } from "@/platform/next/json-route.ts";

/** Whom one may name, by the beginning of a name: `?q=`. The query counts its uses. */
export const GET = jsonQuery(listMentionable);

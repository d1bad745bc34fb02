import { getFeedNews, newsReads } from "@/features/feed/index.ts";
import { jsonQuery } from "@/platform/next/json-route.ts";

/** How many things were published since a point of the reader's feed: `?fil=`, `?depuis=`. */
export const GET = jsonQuery(getFeedNews, newsReads);

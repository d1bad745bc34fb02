import { getPlaces } from "@/features/participation/index.ts";
import { jsonQuery } from "@/platform/next/json-route.ts";

/** The places of an event, as its page shows them to this reader. */
export const GET = jsonQuery(getPlaces);

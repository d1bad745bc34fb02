import { listHostCandidates } from "@/features/debates/index.ts";
import { jsonQuery } from "@/platform/next/json-route.ts";

/** Who could run a debate, by a part of a name: `?q=`, for those who run it. */
export const GET = jsonQuery(listHostCandidates, { name: "host-candidates", points: 60, seconds: 60 });

import { findCommunePoint } from "@/features/territory/index.ts";
import { jsonQuery } from "@/platform/next/json-route.ts";

/** Where a commune is, for a map that begins there: public. */
export const GET = jsonQuery((_actor, { code = "" }: { code?: string }) => findCommunePoint(code), {
  name: "commune-point",
  points: 120,
  seconds: 60,
  store: "memory",
});

import { searchCommunes } from "@/features/territory/index.ts";
import { jsonQuery } from "@/platform/next/json-route.ts";

const MOST = 8;

/** Communes for what is being typed at sign-up: public, `?q=`. */
export const GET = jsonQuery((_actor, { q = "" }) => searchCommunes({ text: q.slice(0, 80), limit: MOST }));

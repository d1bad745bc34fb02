import { searchCommunes } from "@/features/territory/index.ts";
import { jsonQuery } from "@/platform/next/json-route.ts";

const MOST = 8;
/** A typeahead asks at each pause, and a meeting behind one address signs up together. */
const searches = { name: "communes", points: 600, seconds: 60, store: "memory" } as const;

/** Communes for what is being typed at sign-up: public, `?q=`. */
export const GET = jsonQuery((_actor, { q = "" }) => searchCommunes({ text: q.slice(0, 80), limit: MOST }), searches);

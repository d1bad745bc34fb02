import { defineFact } from "@/core/fact.ts";

/** A member took a copy of her data with her. */
export const personalDataExported = defineFact<{ memberId: string }>({ name: "personal-data.exported" });

export const personalDataFacts = [personalDataExported] as const;

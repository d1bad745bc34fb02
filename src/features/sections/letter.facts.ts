import { defineFact } from "@/core/fact.ts";

export const letterSent = defineFact<{ letterId: string }>({ name: "letter.sent" });
export const letterAnswered = defineFact<{ letterId: string; answerId: string }>({ name: "letter.answered" });

export const letterFacts = [letterSent, letterAnswered] as const;

import { defineFact } from "@/core/fact.ts";
import type { DebateAudience } from "./debate.rules.ts";

/** Kept pages are visitors': news of a debate that they cannot see makes none of them stale. */
export const staleForVisitors = ({ debateId, audience }: { debateId: string; audience: DebateAudience }) =>
  audience === "open" ? [`debate:${debateId}`, "debates"] : [];

/** A debate now exists. */
export const debateOpened = defineFact<{ debateId: string; audience: DebateAudience }>({
  name: "debate.opened",
  stale: staleForVisitors,
});

/** A contribution took its number in a debate's log. */
export const contributionPublished = defineFact<{
  debateId: string;
  audience: DebateAudience;
  seq: number;
  contributionId: string;
}>({
  name: "debate.contribution-published",
  stale: staleForVisitors,
});

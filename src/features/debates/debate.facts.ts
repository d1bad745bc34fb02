import { defineFact } from "@/core/fact.ts";
import type { KeptPage } from "@/platform/http/kept-pages.ts";
import type { DebateAudience } from "./debate.rules.ts";

/** Kept pages are visitors': news of a debate that they cannot see makes none of them stale. */
export const staleForVisitors = ({ debateId, audience }: { debateId: string; audience: DebateAudience }) =>
  audience === "open" ? [`debate:${debateId}`, "debates"] : [];

/** "open-debates" is what accounts say when a name beside contributions is no longer the right one. */
export const debateKeptPages: readonly KeptPage[] = [
  { path: /^\/debats$/, query: [], tags: () => ["debates"] },
  {
    path: /^\/debats\/([0-9a-z]{12})(?:-[a-z0-9-]*)?$/,
    query: ["cote"],
    tags: ([, id]) => [`debate:${id}`, "open-debates"],
  },
];

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

export const debateFacts = [debateOpened, contributionPublished] as const;

import type { HomeActs } from "@/core/member-act.ts";
import { paths } from "@/core/paths.ts";
import { listDebateActs } from "./debate-list.queries.ts";

/** Debates of her own territory where a member has said nothing yet. */
export const debateHomeActs: HomeActs = async (member) =>
  (await listDebateActs(member)).map((debate) => ({
    kind: "debattre",
    href: paths.debate(debate),
    title: debate.question,
    reason: `${debate.reason} · ${waiting(debate.counts.pour + debate.counts.contre)}`,
  }));

function waiting(contributions: number): string {
  if (contributions === 0) return "personne n’a encore parlé";
  return contributions === 1 ? "1 contribution attend ton avis" : `${contributions} contributions attendent ton avis`;
}

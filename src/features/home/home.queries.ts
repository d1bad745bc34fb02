import type { Member } from "@/core/actor.ts";
import { paths } from "@/core/paths.ts";
import { listDebateActs } from "@/features/debates/index.ts";

/** Something this member could do now, and why it is proposed to her. */
export type ActView = { href: string; title: string; reason: string };
export type MemberHomeView = { firstName: string; acts: ActView[] };

/** What each feature proposes to a member, nearest to her first. A feature adds its line here when it exists. */
const sources: readonly ((member: Member) => Promise<ActView[]>)[] = [debateActs];

/** The home page of one member: three acts at most. */
export async function getMemberHome(member: Member): Promise<MemberHomeView> {
  const acts = await Promise.all(sources.map((source) => source(member)));
  return { firstName: member.name.split(" ")[0] ?? member.name, acts: acts.flat().slice(0, 3) };
}

async function debateActs(member: Member): Promise<ActView[]> {
  return (await listDebateActs(member)).map((debate) => ({
    href: paths.debate(debate),
    title: debate.question,
    reason: `${debate.reason} · ${waiting(debate.counts.pour + debate.counts.contre)}`,
  }));
}

function waiting(contributions: number): string {
  if (contributions === 0) return "personne n’a encore parlé";
  return contributions === 1 ? "1 contribution attend ton avis" : `${contributions} contributions attendent ton avis`;
}

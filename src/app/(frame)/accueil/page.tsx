import type { Metadata } from "next";
import { zoneOfScope } from "@/core/zoned-time.ts";
import { NextActions } from "@/features/agenda/components/next-actions.tsx";
import { listNextActions } from "@/features/agenda/index.ts";
import { RunningDebates } from "@/features/debates/components/running-debates.tsx";
import { listRunningDebates } from "@/features/debates/index.ts";
import { MemberHome } from "@/features/home/components/member-home.tsx";
import { getMemberHome } from "@/features/home/index.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";

export const metadata: Metadata = { title: "Accueil" };

export default async function MemberHomePage() {
  const member = await requireMember();
  const [home, actions, debates] = await Promise.all([
    getMemberHome(member),
    listNextActions(member),
    listRunningDebates(member, 6),
  ]);
  return (
    <MemberHome home={home} agenda={<NextActions events={actions} zone={zoneOfScope(member.section.scope)} />}>
      <RunningDebates debates={debates} now={clock.now().getTime()} isMember />
    </MemberHome>
  );
}

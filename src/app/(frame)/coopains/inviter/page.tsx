import type { Metadata } from "next";
import { InvitePage } from "@/features/coopains/components/invite-page.tsx";
import { firstName } from "@/features/coopains/coopain.rules.ts";
import { getInvitePage } from "@/features/coopains/index.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";

export const metadata: Metadata = { title: "Inviter" };

export default async function Page() {
  const member = await requireMember();
  return <InvitePage page={await getInvitePage(member)} inviter={firstName(member.name)} now={clock.now()} />;
}

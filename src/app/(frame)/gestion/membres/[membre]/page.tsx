import type { Metadata } from "next";
import { ManagedMemberPage } from "@/features/mandates/components/managed-member-page.tsx";
import { getManagedMember } from "@/features/mandates/managed-member.queries.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

export const metadata: Metadata = { title: "Fiche de membre" };

type Props = { params: Promise<{ membre: string }> };

export default async function Page({ params }: Props) {
  const member = await orNotFound(getManagedMember(await requireMember(), (await params).membre));
  return <ManagedMemberPage member={member} now={clock.now()} />;
}

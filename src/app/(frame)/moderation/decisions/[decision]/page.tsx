import type { Metadata } from "next";
import { DecisionPage } from "@/features/moderation/components/decision-page.tsx";
import { getDecision } from "@/features/moderation/moderation.queries.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

export const metadata: Metadata = { title: "Décision" };

type Props = { params: Promise<{ decision: string }> };

export default async function Page({ params }: Props) {
  return <DecisionPage page={await orNotFound(getDecision(await requireMember(), (await params).decision))} />;
}

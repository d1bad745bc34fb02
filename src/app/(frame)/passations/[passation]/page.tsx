import type { Metadata } from "next";
import { HandoverPage } from "@/features/mandates/components/handover-page.tsx";
import { getHandover } from "@/features/mandates/handover.queries.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

export const metadata: Metadata = { title: "Passation" };

type Props = { params: Promise<{ passation: string }> };

export default async function Page({ params }: Props) {
  return <HandoverPage handover={await orNotFound(getHandover(await requireMember(), (await params).passation))} />;
}

import type { Metadata } from "next";
import { CasePage } from "@/features/moderation/components/case-page.tsx";
import { getCase } from "@/features/moderation/moderation.queries.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

export const metadata: Metadata = { title: "Dossier · Modération" };

type Props = { params: Promise<{ cas: string }> };

export default async function Page({ params }: Props) {
  const page = await orNotFound(getCase(await requireMember(), (await params).cas));
  return <CasePage page={page} now={clock.now()} />;
}

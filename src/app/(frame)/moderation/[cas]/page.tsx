import type { Metadata } from "next";
import { cache } from "react";
import { CasePage } from "@/features/moderation/components/case-page.tsx";
import { getCase } from "@/features/moderation/moderation.queries.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { params: Promise<{ cas: string }> };

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ params }: Props) => orNotFound(getCase(await requireMember(), (await params).cas)));

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: "Dossier · Modération" };
}

export default async function Page(props: Props) {
  return <CasePage page={await load(props)} now={clock.now()} />;
}

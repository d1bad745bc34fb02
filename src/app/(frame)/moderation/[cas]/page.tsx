import type { Metadata } from "next";
import { cache } from "react";
import { CasePage } from "@/features/moderation/components/case-page.tsx";
import { getCase } from "@/features/moderation/moderation.queries.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { params: Promise<{ cas: string }> };

/** The page's query, shared with its metadata by its id: a message is read once, and that is written down once. */
const load = cache(async (id: string) => orNotFound(getCase(await requireMember(), id)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await load((await params).cas);
  return { title: "Dossier · Modération" };
}

export default async function Page({ params }: Props) {
  return <CasePage page={await load((await params).cas)} now={clock.now()} />;
}

import type { Metadata } from "next";
import { cache } from "react";
import { ManagedMemberPage } from "@/features/mandates/components/managed-member-page.tsx";
import { getManagedMember } from "@/features/mandates/managed-member.queries.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { params: Promise<{ membre: string }> };

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ params }: Props) =>
  orNotFound(getManagedMember(await requireMember(), (await params).membre)),
);

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: "Fiche de membre" };
}

export default async function Page(props: Props) {
  return <ManagedMemberPage member={await load(props)} now={clock.now()} />;
}

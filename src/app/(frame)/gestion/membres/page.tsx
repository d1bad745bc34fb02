import type { Metadata } from "next";
import { cache } from "react";
import { MemberSearchPage } from "@/features/mandates/components/member-search-page.tsx";
import { searchManagedMembers } from "@/features/mandates/managed-member.queries.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ searchParams }: Props) =>
  orNotFound(searchManagedMembers(await requireMember(), await searchParams)),
);

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: "Trouver un·e membre" };
}

export default async function Page(props: Props) {
  return <MemberSearchPage search={await load(props)} />;
}

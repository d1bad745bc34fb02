import type { Metadata } from "next";
import { MemberSearchPage } from "@/features/mandates/components/member-search-page.tsx";
import { searchManagedMembers } from "@/features/mandates/managed-member.queries.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

export const metadata: Metadata = { title: "Trouver un·e membre" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const search = await orNotFound(searchManagedMembers(await requireMember(), await searchParams));
  return <MemberSearchPage search={search} />;
}

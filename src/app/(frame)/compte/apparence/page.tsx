import type { Metadata } from "next";
import { currentAppearance } from "@/features/accounts/components/appearance-cookie.ts";
import { AppearancePage } from "@/features/accounts/components/appearance-page.tsx";
import { requireMember } from "@/platform/next/current-actor.ts";

export const metadata: Metadata = { title: "Apparence" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  await requireMember();
  return <AppearancePage appearance={await currentAppearance()} said={(await searchParams).fait} />;
}

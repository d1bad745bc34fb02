import type { Metadata } from "next";
import { SecondFactorPage } from "@/features/accounts/components/second-factor-page.tsx";
import { getSecondFactor } from "@/features/accounts/second-factor.queries.ts";
import { requireMember } from "@/platform/next/current-actor.ts";

export const metadata: Metadata = { title: "Mon second facteur" };

export default async function Page() {
  return <SecondFactorPage factor={await getSecondFactor(await requireMember())} />;
}

import type { Metadata } from "next";
import { OfferPage } from "@/features/profiles/components/offer-page.tsx";
import { getMyProfile } from "@/features/profiles/index.ts";
import { requireMember } from "@/platform/next/current-actor.ts";

export const metadata: Metadata = { title: "À la carte" };

export default async function Page() {
  return <OfferPage profile={await getMyProfile(await requireMember())} />;
}

import type { Metadata } from "next";
import { InvitationPage } from "@/features/coopains/components/invitation-page.tsx";
import { getInvitation } from "@/features/coopains/index.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

export const metadata: Metadata = { title: "Invitation", robots: { index: false }, referrer: "no-referrer" };

type Props = { params: Promise<{ jeton: string }> };

export default async function Page({ params }: Props) {
  const { jeton } = await params;
  return <InvitationPage invitation={await orNotFound(getInvitation(await currentReader(), jeton))} />;
}

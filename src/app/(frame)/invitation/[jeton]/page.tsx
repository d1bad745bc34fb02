import type { Metadata } from "next";
import { cache } from "react";
import { InvitationPage } from "@/features/coopains/components/invitation-page.tsx";
import { getInvitation } from "@/features/coopains/index.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { params: Promise<{ jeton: string }> };

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ params }: Props) => orNotFound(getInvitation(await currentReader(), (await params).jeton)));

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  // No referrer policy of its own: under "no-referrer" a form without JavaScript would say "Origin: null".
  return { title: "Invitation", robots: { index: false } };
}

export default async function Page(props: Props) {
  return <InvitationPage invitation={await load(props)} />;
}

import type { Metadata } from "next";
import { cache } from "react";
import { GroupLinkPage } from "@/features/groups/components/link-page.tsx";
import { getGroupLink } from "@/features/groups/index.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { params: Promise<{ jeton: string }> };

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ params }: Props) => orNotFound(getGroupLink(await currentReader(), (await params).jeton)));

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  // No referrer policy of its own: under "no-referrer" a form without JavaScript would say "Origin: null".
  return { title: "Rejoindre un groupe", robots: { index: false } };
}

export default async function Page(props: Props) {
  return <GroupLinkPage page={await load(props)} />;
}

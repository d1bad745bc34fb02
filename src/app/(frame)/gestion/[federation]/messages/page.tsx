import type { Metadata } from "next";
import { cache } from "react";
import { InboxPage } from "@/features/messages/components/inbox-page.tsx";
import { getInbox } from "@/features/messages/index.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = {
  params: Promise<{ federation: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ params, searchParams }: Props) => {
  const { federation } = await params;
  return orNotFound(getInbox(await requireMember(), `national/${federation}`, await searchParams));
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: "Messages aux responsables" };
}

export default async function Page(props: Props) {
  const [inbox, { id }] = [await load(props), await requireMember()];
  return <InboxPage inbox={inbox} me={id} now={clock.now()} />;
}

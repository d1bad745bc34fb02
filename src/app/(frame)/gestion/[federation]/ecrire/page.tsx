import type { Metadata } from "next";
import { cache } from "react";
import { BroadcastPage } from "@/features/messages/components/broadcast-page.tsx";
import { getBroadcastDesk } from "@/features/messages/index.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { params: Promise<{ federation: string }> };

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ params }: Props) => {
  const { federation } = await params;
  return orNotFound(getBroadcastDesk(await requireMember(), `national/${federation}`));
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: "Écrire à tous les membres" };
}

export default async function Page(props: Props) {
  const [desk, { id }] = [await load(props), await requireMember()];
  return <BroadcastPage desk={desk} me={id} now={clock.now()} />;
}

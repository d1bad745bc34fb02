import type { Metadata } from "next";
import { cache } from "react";
import { NATIONAL } from "@/core/scope.ts";
import { BroadcastPage } from "@/features/messages/components/broadcast-page.tsx";
import { getBroadcastDesk } from "@/features/messages/index.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async () => {
  return orNotFound(getBroadcastDesk(await requireMember(), NATIONAL));
});

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: "Écrire à tous les membres" };
}

export default async function Page() {
  const [desk, { id }] = [await load(), await requireMember()];
  return <BroadcastPage desk={desk} me={id} now={clock.now()} />;
}

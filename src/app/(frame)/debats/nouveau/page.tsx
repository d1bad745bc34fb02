import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { paths } from "@/core/paths.ts";
import { NewDebatePage } from "@/features/debates/components/new-debate-page.tsx";
import { listOpenableScopes } from "@/features/debates/index.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async () => {
  const actor = await requireMember(paths.newDebate);
  const places = await listOpenableScopes(actor);
  if (places.length === 0) notFound();
  return { me: actor.id, places, home: actor.section.scope };
});

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: "Ouvrir un débat", robots: { index: false } };
}

export default async function Page() {
  return <NewDebatePage {...(await load())} formKey={randomUUID()} now={clock.now()} />;
}

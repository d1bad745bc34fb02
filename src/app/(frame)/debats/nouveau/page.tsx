import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NewDebatePage } from "@/features/debates/components/new-debate-page.tsx";
import { listOpenableScopes } from "@/features/debates/index.ts";
import { clock } from "@/platform/clock.ts";
import { currentReader } from "@/platform/next/current-actor.ts";

export const metadata: Metadata = { title: "Ouvrir un débat", robots: { index: false } };

export default async function Page() {
  const actor = await currentReader();
  const places = await listOpenableScopes(actor);
  if (actor.kind !== "member" || places.length === 0) notFound();
  const { id: me, section } = actor;
  return <NewDebatePage me={me} places={places} home={section.scope} formKey={randomUUID()} now={clock.now()} />;
}

import type { Metadata } from "next";
import { idOf } from "@/core/paths.ts";
import { RunDebatePage } from "@/features/debates/components/run-debate-page.tsx";
import { getDebateToRun, listHostCandidates } from "@/features/debates/index.ts";
import { clock } from "@/platform/clock.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

export const metadata: Metadata = { title: "Animer un débat", robots: { index: false } };

type Props = {
  params: Promise<{ debat: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function Page({ params, searchParams }: Props) {
  const [{ debat }, { q }, actor] = await Promise.all([params, searchParams, currentReader()]);
  const id = idOf(debat) ?? "";
  const run = await orNotFound(getDebateToRun(actor, id));
  const asked = typeof q === "string" ? q.trim().slice(0, 80) : "";
  const found = asked.length > 1 ? await listHostCandidates(actor, { id, q: asked }) : [];
  return <RunDebatePage run={run} me={actor.id} asked={asked} found={found} now={clock.now().getTime()} />;
}

import type { Metadata } from "next";
import { cache } from "react";
import { idOf } from "@/core/paths.ts";
import { RunDebatePage } from "@/features/debates/components/run-debate-page.tsx";
import { getDebateToRun, listHostCandidates } from "@/features/debates/index.ts";
import { clock } from "@/platform/clock.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = {
  params: Promise<{ debat: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ params, searchParams }: Props) => {
  const [{ debat }, { q }, actor] = await Promise.all([params, searchParams, currentReader()]);
  const id = idOf(debat) ?? "";
  const run = await orNotFound(getDebateToRun(actor, id));
  const asked = typeof q === "string" ? q.trim().slice(0, 80) : "";
  const found = asked.length > 1 ? await listHostCandidates(actor, { id, q: asked }) : [];
  return { run, me: actor.id, asked, found };
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: "Animer un débat", robots: { index: false } };
}

export default async function Page(props: Props) {
  return <RunDebatePage {...(await load(props))} now={clock.now().getTime()} />;
}

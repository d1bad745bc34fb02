import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { paths } from "@/core/paths.ts";
import { NationalConsolePage } from "@/features/mandates/components/national-console-page.tsx";
import { findConsole, getNationalConsole } from "@/features/mandates/console.queries.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ searchParams }: Props) => {
  const actor = await requireMember();
  const to = findConsole(actor);
  if (!to) notFound();
  if (to !== paths.console("national")) redirect(to);
  return orNotFound(getNationalConsole(actor, await searchParams));
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: "Gestion nationale" };
}

export default async function Page(props: Props) {
  return <NationalConsolePage view={await load(props)} now={clock.now()} />;
}

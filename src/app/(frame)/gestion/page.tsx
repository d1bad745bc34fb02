import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { NationalConsolePage } from "@/features/mandates/components/national-console-page.tsx";
import { findConsole, getNationalConsole } from "@/features/mandates/console.queries.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

export const metadata: Metadata = { title: "Gestion nationale" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const actor = await requireMember();
  const to = findConsole(actor);
  if (!to) notFound();
  if (to !== paths.console("national")) redirect(to);
  const view = await orNotFound(getNationalConsole(actor, await searchParams));
  return <NationalConsolePage view={view} now={clock.now()} />;
}

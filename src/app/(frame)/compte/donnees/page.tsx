import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { ExportPage } from "@/features/personal-data/components/export-page.tsx";
import { getExportPage } from "@/features/personal-data/index.ts";
import { currentActor } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

export const metadata: Metadata = { title: "Mes données" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Suspended members take their data too. */
export default async function Page({ searchParams }: Props) {
  const actor = await currentActor();
  if (actor.kind === "visitor") redirect(paths.signIn);
  return <ExportPage view={await orNotFound(getExportPage(actor))} refused={(await searchParams).refus} />;
}

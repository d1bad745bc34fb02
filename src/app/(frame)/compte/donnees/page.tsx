import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { paths } from "@/core/paths.ts";
import { ReadOfMine } from "@/features/messages/components/read-of-mine.tsx";
import { listOwnAccesses } from "@/features/messages/index.ts";
import { ExportPage } from "@/features/personal-data/components/export-page.tsx";
import { getExportPage } from "@/features/personal-data/index.ts";
import { currentActor } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async () => {
  const actor = await currentActor();
  if (actor.kind === "visitor") redirect(paths.signIn);
  return orNotFound(getExportPage(actor));
});

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: "Mes données" };
}

/** Suspended members take their data too. */
export default async function Page(props: Props) {
  const view = await load();
  const accesses = await listOwnAccesses(await currentActor());
  const { refus } = await props.searchParams;
  return <ExportPage view={view} refused={refus} read={<ReadOfMine accesses={accesses} />} />;
}

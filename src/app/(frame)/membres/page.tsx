import type { Metadata } from "next";
import { isAppError, publicError } from "@/core/app-error.ts";
import { DirectoryPage } from "@/features/profiles/components/directory-page.tsx";
import { DirectoryPause } from "@/features/profiles/components/directory-pause.tsx";
import { getDirectory } from "@/features/profiles/index.ts";
import { requireMember } from "@/platform/next/current-actor.ts";

export const metadata: Metadata = { title: "Annuaire", robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const [actor, asked] = await Promise.all([requireMember(), searchParams]);
  try {
    const view = await getDirectory(actor, asked);
    return <DirectoryPage view={view} section={actor.section.name} />;
  } catch (error) {
    if (isAppError(error) && error.code === "rate_limited") return <DirectoryPause {...publicError(error)} />;
    throw error;
  }
}

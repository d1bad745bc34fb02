import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { CommuneField } from "@/features/accounts/components/commune-field.tsx";
import { SectionsPage } from "@/features/sections/components/sections-page.tsx";
import { getSectionsMap, searchSections } from "@/features/sections/index.ts";
import { currentReader } from "@/platform/next/current-actor.ts";

export const metadata: Metadata = {
  title: "Sections",
  description: "La carte des fédérations et des sections, et comment trouver la tienne.",
  alternates: { canonical: paths.sections },
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const [actor, asked] = await Promise.all([currentReader(), searchParams]);
  const search = await searchSections(asked);
  const to = search.chosen?.section.href;
  if (to) redirect(to);
  const map = await getSectionsMap(actor);
  return (
    <SectionsPage
      map={map}
      search={search}
      field={<CommuneField text={search.text} code="" label="Une commune" optional />}
    />
  );
}

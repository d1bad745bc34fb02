import type { Metadata } from "next";
import { cache } from "react";
import { ReportPage } from "@/features/moderation/components/report-page.tsx";
import { getReportPage } from "@/features/moderation/moderation.queries.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { params: Promise<{ genre: string; id: string }> };

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ params }: Props) => {
  const [actor, { genre, id }] = await Promise.all([currentReader(), params]);
  return orNotFound(getReportPage(actor, genre, id));
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: "Signaler", robots: { index: false } };
}

export default async function Page(props: Props) {
  return <ReportPage page={await load(props)} />;
}

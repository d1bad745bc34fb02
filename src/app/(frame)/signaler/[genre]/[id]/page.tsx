import type { Metadata } from "next";
import { ReportPage } from "@/features/moderation/components/report-page.tsx";
import { getReportPage } from "@/features/moderation/moderation.queries.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

export const metadata: Metadata = { title: "Signaler", robots: { index: false } };

type Props = { params: Promise<{ genre: string; id: string }> };

export default async function Page({ params }: Props) {
  const { genre, id } = await params;
  return <ReportPage page={await orNotFound(getReportPage(await currentReader(), genre, id))} />;
}

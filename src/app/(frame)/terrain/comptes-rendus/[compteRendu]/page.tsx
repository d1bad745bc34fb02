import type { Metadata } from "next";
import { cache } from "react";
import { ReportPage } from "@/features/field-reports/components/report-page.tsx";
import { getFieldReport } from "@/features/field-reports/index.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { params: Promise<{ compteRendu: string }>; searchParams: Promise<{ fait?: string; image?: string }> };

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ params }: Props) =>
  orNotFound(getFieldReport(await requireMember(), (await params).compteRendu)),
);

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: "Compte rendu", robots: { index: false } };
}

export default async function Page(props: Props) {
  const [report, member, { fait, image }] = [await load(props), await requireMember(), await props.searchParams];
  const refused = typeof image === "string" ? image : null;
  return (
    <ReportPage report={report} me={member.id} now={clock.now()} published={fait === "publie"} refused={refused} />
  );
}

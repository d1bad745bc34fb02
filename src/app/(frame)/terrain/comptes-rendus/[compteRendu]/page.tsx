import type { Metadata } from "next";
import { ReportPage } from "@/features/field-reports/components/report-page.tsx";
import { getFieldReport } from "@/features/field-reports/index.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

export const metadata: Metadata = { title: "Compte rendu", robots: { index: false } };

type Props = { params: Promise<{ compteRendu: string }>; searchParams: Promise<{ fait?: string; image?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const [member, { compteRendu }, { fait, image }] = await Promise.all([requireMember(), params, searchParams]);
  const report = await orNotFound(getFieldReport(member, compteRendu));
  const refused = typeof image === "string" ? image : null;
  return (
    <ReportPage report={report} me={member.id} now={clock.now()} published={fait === "publie"} refused={refused} />
  );
}

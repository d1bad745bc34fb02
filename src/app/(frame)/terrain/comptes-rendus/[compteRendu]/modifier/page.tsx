import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { EditReportPage } from "@/features/field-reports/components/report-form-page.tsx";
import { getReportToEdit } from "@/features/field-reports/index.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

export const metadata: Metadata = { title: "Corriger le compte rendu", robots: { index: false } };

export default async function Page({ params }: { params: Promise<{ compteRendu: string }> }) {
  const [member, { compteRendu }] = await Promise.all([requireMember(), params]);
  const report = await orNotFound(getReportToEdit(member, compteRendu));
  return <EditReportPage report={report} me={member.id} formKey={randomUUID()} />;
}

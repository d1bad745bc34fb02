import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { cache } from "react";
import { EditReportPage } from "@/features/field-reports/components/report-form-page.tsx";
import { getReportToEdit } from "@/features/field-reports/index.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { params: Promise<{ compteRendu: string }> };

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ params }: Props) =>
  orNotFound(getReportToEdit(await requireMember(), (await params).compteRendu)),
);

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: "Corriger le compte rendu", robots: { index: false } };
}

export default async function Page(props: Props) {
  const [report, member] = [await load(props), await requireMember()];
  return <EditReportPage report={report} me={member.id} formKey={randomUUID()} />;
}

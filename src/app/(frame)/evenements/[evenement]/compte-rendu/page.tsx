import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { idOf } from "@/core/paths.ts";
import { NotTheTime } from "@/features/field-reports/components/not-the-time.tsx";
import { NewReportPage } from "@/features/field-reports/components/report-form-page.tsx";
import { getReportForm } from "@/features/field-reports/index.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

export const metadata: Metadata = { title: "Raconter l’action", robots: { index: false } };

export default async function Page({ params }: { params: Promise<{ evenement: string }> }) {
  const member = await requireMember();
  const id = idOf((await params).evenement);
  if (!id) notFound();
  const view = await orNotFound(getReportForm(member, id));
  if ("reason" in view) return <NotTheTime view={view} />;
  return <NewReportPage view={view} me={member.id} formKey={randomUUID()} />;
}

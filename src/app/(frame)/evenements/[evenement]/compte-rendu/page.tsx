import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { cache } from "react";
import { idOf } from "@/core/paths.ts";
import { NotTheTime } from "@/features/field-reports/components/not-the-time.tsx";
import { NewReportPage } from "@/features/field-reports/components/report-form-page.tsx";
import { getReportForm } from "@/features/field-reports/index.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { params: Promise<{ evenement: string }> };

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ params }: Props) =>
  orNotFound(getReportForm(await requireMember(), idOf((await params).evenement) ?? "")),
);

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: "Raconter l’action", robots: { index: false } };
}

export default async function Page(props: Props) {
  const [view, member] = [await load(props), await requireMember()];
  if ("reason" in view) return <NotTheTime view={view} />;
  return <NewReportPage view={view} me={member.id} formKey={randomUUID()} />;
}

import type { Metadata } from "next";
import { FiguresPage } from "@/features/field-reports/components/figures-page.tsx";
import { getFigures } from "@/features/field-reports/index.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

export const metadata: Metadata = { title: "Sur le terrain", robots: { index: false } };

type Text = Record<string, string | string[] | undefined>;
type Props = { params: Promise<Text>; searchParams: Promise<Text> };

export default async function Page({ params, searchParams }: Props) {
  const member = await requireMember();
  const figures = await orNotFound(getFigures(member, { ...(await searchParams), ...(await params) }));
  return <FiguresPage figures={figures} />;
}

import type { Metadata } from "next";
import { cache } from "react";
import { FiguresPage } from "@/features/field-reports/components/figures-page.tsx";
import { getFigures } from "@/features/field-reports/index.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Text = Record<string, string | string[] | undefined>;
type Props = { params: Promise<Text>; searchParams: Promise<Text> };

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ params, searchParams }: Props) =>
  orNotFound(getFigures(await requireMember(), { ...(await searchParams), ...(await params) })),
);

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: "Sur le terrain", robots: { index: false } };
}

export default async function Page(props: Props) {
  return <FiguresPage figures={await load(props)} />;
}

import type { Metadata } from "next";
import { cache } from "react";
import { LetterPage } from "@/features/sections/components/letter-page.tsx";
import { getLetter } from "@/features/sections/index.ts";
import { clock } from "@/platform/clock.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { params: Promise<{ lettre: string }> };

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ params }: Props) => orNotFound(getLetter(await currentReader(), (await params).lettre)));

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: "Une lettre", robots: { index: false } };
}

export default async function Page(props: Props) {
  return <LetterPage letter={await load(props)} now={clock.now()} />;
}

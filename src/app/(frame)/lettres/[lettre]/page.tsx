import type { Metadata } from "next";
import { LetterPage } from "@/features/sections/components/letter-page.tsx";
import { getLetter } from "@/features/sections/index.ts";
import { clock } from "@/platform/clock.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

export const metadata: Metadata = { title: "Une lettre", robots: { index: false } };

export default async function Page({ params }: { params: Promise<{ lettre: string }> }) {
  const [actor, { lettre }] = await Promise.all([currentReader(), params]);
  const letter = await orNotFound(getLetter(actor, lettre));
  return <LetterPage letter={letter} now={clock.now()} />;
}

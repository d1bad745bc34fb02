import type { Metadata } from "next";
import { OppositionPage } from "@/features/coopains/components/invitation-page.tsx";
import { getOpposition } from "@/features/coopains/index.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

export const metadata: Metadata = { title: "Opposition", robots: { index: false }, referrer: "no-referrer" };

type Props = { params: Promise<{ jeton: string }> };

export default async function Page({ params }: Props) {
  return <OppositionPage opposition={await orNotFound(getOpposition((await params).jeton))} />;
}

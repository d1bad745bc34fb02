import type { Metadata } from "next";
import { GuestPage } from "@/features/participation/components/guest-page.tsx";
import { getGuestPage } from "@/features/participation/index.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

export const metadata: Metadata = { title: "Ton inscription", robots: { index: false }, referrer: "no-referrer" };

type Props = { params: Promise<{ jeton: string }> };

export default async function Page({ params }: Props) {
  return <GuestPage page={await orNotFound(getGuestPage((await params).jeton))} />;
}

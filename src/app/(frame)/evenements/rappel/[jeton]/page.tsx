import type { Metadata } from "next";
import { ReminderPage } from "@/features/participation/components/reminder-page.tsx";
import { getReminderPage } from "@/features/participation/index.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

export const metadata: Metadata = { title: "Tu viens ?", robots: { index: false }, referrer: "no-referrer" };

type Props = { params: Promise<{ jeton: string }> };

export default async function Page({ params }: Props) {
  return <ReminderPage page={await orNotFound(getReminderPage((await params).jeton))} />;
}

import type { Metadata } from "next";
import { idOf } from "@/core/paths.ts";
import { AttendancePage } from "@/features/participation/components/attendance-page.tsx";
import { getAttendance } from "@/features/participation/index.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

export const metadata: Metadata = { title: "Organiser un événement", robots: { index: false } };

export default async function Page({ params }: { params: Promise<{ evenement: string }> }) {
  const [{ evenement }, actor] = await Promise.all([params, currentReader()]);
  const view = await orNotFound(getAttendance(actor, idOf(evenement) ?? ""));
  return <AttendancePage view={view} />;
}

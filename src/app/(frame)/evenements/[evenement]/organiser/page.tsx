import type { Metadata } from "next";
import { cache } from "react";
import { idOf } from "@/core/paths.ts";
import { AttendancePage } from "@/features/participation/components/attendance-page.tsx";
import { getAttendance } from "@/features/participation/index.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { params: Promise<{ evenement: string }> };

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ params }: Props) =>
  orNotFound(getAttendance(await currentReader(), idOf((await params).evenement) ?? "")),
);

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: "Organiser un événement", robots: { index: false } };
}

export default async function Page(props: Props) {
  return <AttendancePage view={await load(props)} />;
}

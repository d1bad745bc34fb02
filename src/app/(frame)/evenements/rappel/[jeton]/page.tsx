import type { Metadata } from "next";
import { cache } from "react";
import { ReminderPage } from "@/features/participation/components/reminder-page.tsx";
import { getReminderPage } from "@/features/participation/index.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { params: Promise<{ jeton: string }> };

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ params }: Props) => orNotFound(getReminderPage((await params).jeton)));

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  // No referrer policy of its own: under "no-referrer" a form without JavaScript would say "Origin: null".
  return { title: "Tu viens ?", robots: { index: false } };
}

export default async function Page(props: Props) {
  return <ReminderPage page={await load(props)} />;
}

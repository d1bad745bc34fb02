import type { Metadata } from "next";
import { paths } from "@/core/paths.ts";
import { NoticesPage } from "@/features/notifications/components/notices-page.tsx";
import { listNotices } from "@/features/notifications/index.ts";
import { requireMember } from "@/platform/next/current-actor.ts";

export const metadata: Metadata = { title: "Notifications" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const asked = await searchParams;
  return <NoticesPage list={await listNotices(await requireMember(paths.notifications), asked)} />;
}

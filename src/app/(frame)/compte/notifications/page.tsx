import type { Metadata } from "next";
import { paths } from "@/core/paths.ts";
import { ChoicesPage } from "@/features/notifications/components/choices-page.tsx";
import { getNoticeChoices } from "@/features/notifications/index.ts";
import { requireMember } from "@/platform/next/current-actor.ts";

export const metadata: Metadata = { title: "Mes notifications" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const member = await requireMember(paths.noticeChoices);
  return <ChoicesPage choices={await getNoticeChoices(member)} said={(await searchParams).fait} />;
}

import type { Metadata } from "next";
import { CoopainsPage } from "@/features/coopains/components/coopains-page.tsx";
import { Said } from "@/features/coopains/components/said.tsx";
import { getCoopainsPage } from "@/features/coopains/index.ts";
import { NoticesSeen } from "@/features/notifications/components/notices-seen.tsx";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";

export const metadata: Metadata = { title: "Mes coopains" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const asked = await searchParams;
  const member = await requireMember();
  const page = await getCoopainsPage(member, asked);
  return (
    <>
      <Said what={asked.fait} />
      <CoopainsPage page={page} now={clock.now()} />
      <NoticesSeen actor={member} what={{ all: true, family: "coopains" }} />
    </>
  );
}

import type { Metadata } from "next";
import { FeedsPage } from "@/features/agenda/components/feeds-page.tsx";
import { getCalendarFeeds } from "@/features/agenda/index.ts";
import { clock } from "@/platform/clock.ts";
import { env } from "@/platform/env.ts";
import { requireMember } from "@/platform/next/current-actor.ts";

export const metadata: Metadata = { title: "Mes abonnements", robots: { index: false } };

export default async function Page() {
  const member = await requireMember();
  const feeds = await getCalendarFeeds(member);
  return <FeedsPage feeds={feeds} member={member} origin={env().APP_ORIGIN} now={clock.now()} />;
}

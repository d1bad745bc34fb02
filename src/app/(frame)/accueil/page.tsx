import type { Metadata } from "next";
import { paths } from "@/core/paths.ts";
import { zoneOfScope } from "@/core/zoned-time.ts";
import { NextActions } from "@/features/agenda/components/next-actions.tsx";
import { listNextActions } from "@/features/agenda/index.ts";
import { RunningDebates } from "@/features/debates/components/running-debates.tsx";
import { listRunningDebates } from "@/features/debates/index.ts";
import { Feed } from "@/features/feed/components/feed.tsx";
import { type FeedItem, getFeed, isLaterPage } from "@/features/feed/index.ts";
import { MemberHome } from "@/features/home/components/member-home.tsx";
import { getMemberHome } from "@/features/home/index.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { BackLink } from "@/ui/back-link.tsx";
import { FeedCard } from "./feed-card.tsx";

export const metadata: Metadata = { title: "Accueil" };

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MemberHomePage({ searchParams }: Search) {
  const [member, search] = await Promise.all([requireMember(), searchParams]);
  const [zone, now] = [zoneOfScope(member.section.scope), clock.now()];
  const card = (item: FeedItem) => <FeedCard item={item} now={now} zone={zone} />;
  if (isLaterPage(search))
    return (
      <div className="mx-auto max-w-3xl">
        <BackLink href={paths.memberHome}>Mon accueil</BackLink>
        <Feed feed={await getFeed(member, search)} card={card} />
      </div>
    );
  const [home, actions, feed, debates] = await Promise.all([
    getMemberHome(member),
    listNextActions(member),
    getFeed(member, search),
    listRunningDebates(member, 3),
  ]);
  return (
    <MemberHome
      home={home}
      agenda={<NextActions events={actions} zone={zone} narrow />}
      feed={<Feed feed={feed} card={card} />}
    >
      <RunningDebates debates={debates} now={now.getTime()} isMember narrow />
    </MemberHome>
  );
}

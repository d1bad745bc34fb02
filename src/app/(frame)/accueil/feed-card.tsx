import type { ReactNode } from "react";
import { EventCard } from "@/features/agenda/components/event-card.tsx";
import { DebateCard } from "@/features/debates/components/debate-card.tsx";
import type { FeedItem } from "@/features/feed/index.ts";
import { PostCard } from "@/features/posts/components/post-card.tsx";
import { RelativeTime } from "@/ui/relative-time.tsx";

/** One thing of the feed, as the feature that it comes from draws it. */
export function FeedCard({ item, now, zone }: { item: FeedItem; now: Date; zone: string }) {
  if (item.kind === "post")
    return (
      <li>
        <PostCard post={item.post} now={now.getTime()} place="feed" />
      </li>
    );
  if (item.kind === "debate")
    return (
      <Announced what="Nouveau débat" at={item.at} now={now}>
        <DebateCard debate={item.debate} now={now.getTime()} />
      </Announced>
    );
  return (
    <Announced what="Nouvel événement" at={item.at} now={now}>
      <EventCard event={item.event} zone={zone} />
    </Announced>
  );
}

function Announced({ what, at, now, children }: { what: string; at: number; now: Date; children: ReactNode }) {
  return (
    <li>
      <p className="mb-1.5 text-note font-semibold text-ink-3">
        {what} · <RelativeTime date={new Date(at)} now={now} />
      </p>
      <ul>{children}</ul>
    </li>
  );
}

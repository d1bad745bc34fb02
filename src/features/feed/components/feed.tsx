import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import { feedHref, newsWords, PAGE_SIZE } from "../feed.rules.ts";
import type { FeedItem, FeedView } from "../feed.views.ts";
import { EmptyFeed } from "./empty-feed.tsx";
import { FeedNews } from "./feed-news.tsx";
import { FeedShell } from "./feed-shell.tsx";
import { Seen } from "./seen.tsx";
import { UpToDate } from "./up-to-date.tsx";

/** What was published for a member, the newest first, and up to where she had read. `card` draws one thing of it. */
export function Feed({ feed, card }: { feed: FeedView; card: (item: FeedItem) => ReactNode }) {
  const { filter, items, first, top, readAt, line, fresh, next } = feed;
  return (
    <section aria-labelledby="fil-titre" id="fil" tabIndex={-1} className="scroll-mt-20 outline-none">
      {first ? (
        <SectionHeading
          id="fil-titre"
          title="Ton fil"
          link={{ href: paths.groups, label: "Mes groupes" }}
          className="mb-2"
        />
      ) : (
        <h1 id="fil-titre" className="mb-3 text-title font-[750]">
          Ton fil, plus tôt
        </h1>
      )}
      <FeedShell filter={filter}>
        {top && <FeedNews key={top.point} filter={filter} point={top.point} />}
        {top && filter === "tout" && top.at > (readAt ?? 0) && <Seen key={top.at} at={top.at} />}
        {first && fresh > 0 && (
          <p className="mb-3 text-note font-semibold text-rose-strong">
            {newsWords(fresh, fresh >= PAGE_SIZE && next !== null)} depuis ta dernière visite
          </p>
        )}
        {items.length === 0 && first ? (
          <EmptyFeed filter={filter} />
        ) : (
          <ul className="grid gap-4">
            {items.map((item, index) => (
              <Fragment key={item.id}>
                {line === index && <UpToDate first={first && index === 0} />}
                {card(item)}
              </Fragment>
            ))}
          </ul>
        )}
        <End feed={feed} />
      </FeedShell>
    </section>
  );
}

/** What comes after a page: the next one, or nothing more. */
function End({ feed: { filter, items, next, readAt, first } }: { feed: FeedView }) {
  if (next)
    return (
      <p className="mt-5 flex justify-center">
        <ButtonLink href={feedHref(filter, { after: next, depuis: readAt })} variant="secondary">
          Voir plus tôt
        </ButtonLink>
      </p>
    );
  if (items.length === 0 && first) return null;
  return (
    <p className="mt-6 text-center text-note text-ink-3">
      Tu es à jour : c’est tout ce qui a été publié ici.{" "}
      <Link href={paths.groups} prefetch={false} className="inline-flex min-h-11 items-center font-semibold">
        Trouver un groupe
      </Link>
    </p>
  );
}

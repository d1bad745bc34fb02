import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { organisation } from "@/core/organisation.ts";
import { idOf, paths } from "@/core/paths.ts";
import { DebatePage } from "@/features/debates/components/debate-page.tsx";
import { type DebateView, getDebatePage } from "@/features/debates/index.ts";
import { DebateEvents } from "@/features/events/components/debate-events.tsx";
import { listEventsOfDebate } from "@/features/events/index.ts";
import { NoticesSeen } from "@/features/notifications/components/notices-seen.tsx";
import { TopicMute } from "@/features/notifications/components/topic-mute.tsx";
import { clock } from "@/platform/clock.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = {
  params: Promise<{ debat: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The page's one query, shared with its metadata. */
const load = cache(async ({ params, searchParams }: Props) => {
  const [{ debat }, from, actor] = await Promise.all([params, searchParams, currentReader()]);
  return {
    page: await orNotFound(getDebatePage(actor, idOf(debat) ?? "", from)),
    side: from.cote === "contre" || from.cote === "neutre" ? from.cote : "pour",
  } as const;
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { debate } = (await load(props)).page;
  const title = debate.question;
  const description = debate.framing.slice(0, 200) || undefined;
  return {
    title,
    description,
    alternates: { canonical: paths.debate(debate) },
    ...(debate.audience === "open"
      ? { openGraph: preview(debate, description), twitter: { card: "summary_large_image" } }
      : { robots: { index: false } }),
  };
}

/** How a shared link presents itself. */
function preview(debate: DebateView, description: string | undefined): Metadata["openGraph"] {
  const cover = debate.coverId && `${paths.api.debateCover(debate.id)}?taille=grande&v=${debate.coverId}`;
  const images = cover ? [{ url: cover }] : [{ url: "/partage.png", width: 1200, height: 630 }];
  const url = paths.debate(debate);
  return {
    title: debate.question,
    description,
    url,
    images,
    type: "article",
    locale: "fr_FR",
    siteName: organisation.name,
  };
}

export default async function Page(props: Props) {
  const { page, side } = await load(props);
  const canonical = paths.debate(page.debate);
  if (canonical !== `${paths.debates}/${(await props.params).debat}`) permanentRedirect(canonical); // one address each
  const actor = await currentReader();
  const events = await listEventsOfDebate(actor, page.debate.id);
  const topic = `debate:${page.debate.id}`;
  return (
    <DebatePage
      page={page}
      side={side}
      clientId={randomUUID()}
      now={clock.now().getTime()}
      acts={<TopicMute actor={actor} topic={topic} />}
    >
      <DebateEvents events={events} />
      <NoticesSeen actor={actor} what={{ topic }} />
    </DebatePage>
  );
}

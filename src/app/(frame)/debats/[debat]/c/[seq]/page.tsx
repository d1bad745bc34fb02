import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { idOf, paths } from "@/core/paths.ts";
import { ThreadPage } from "@/features/debates/components/thread-page.tsx";
import { getThread } from "@/features/debates/index.ts";
import { NoticesSeen } from "@/features/notifications/components/notices-seen.tsx";
import { clock } from "@/platform/clock.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = {
  params: Promise<{ debat: string; seq: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const load = cache(async ({ params, searchParams }: Props) => {
  const [{ debat, seq }, { apres }, actor] = await Promise.all([params, searchParams, currentReader()]);
  return orNotFound(getThread(actor, { id: idOf(debat) ?? "", seq, apres }));
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { debate, contribution } = await load(props);
  // Somebody's words are for those who come to read the debate, not for search engines.
  return { title: `${debate.question} · n° ${contribution.seq}`, robots: { index: false } };
}

export default async function Page(props: Props) {
  const [thread, { debat, seq }, { modifier }] = await Promise.all([load(props), props.params, props.searchParams]);
  const canonical = paths.contribution(thread.debate, thread.contribution.seq);
  if (canonical !== `${paths.debates}/${debat}/c/${seq}`) permanentRedirect(canonical); // one address each
  const editing = typeof modifier === "string" ? modifier : undefined;
  return (
    <>
      <ThreadPage thread={thread} editing={editing} clientId={randomUUID()} now={clock.now().getTime()} />
      <NoticesSeen actor={await currentReader()} what={{ about: thread.contribution.id }} />
    </>
  );
}

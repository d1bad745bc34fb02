import type { Metadata } from "next";
import { cache } from "react";
import { DecisionPage } from "@/features/moderation/components/decision-page.tsx";
import { getDecision } from "@/features/moderation/moderation.queries.ts";
import { NoticesSeen } from "@/features/notifications/components/notices-seen.tsx";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { params: Promise<{ decision: string }> };

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ params }: Props) =>
  orNotFound(getDecision(await requireMember(), (await params).decision)),
);

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: "Décision" };
}

export default async function Page(props: Props) {
  const [page, member, { decision }] = await Promise.all([load(props), requireMember(), props.params]);
  return (
    <>
      <DecisionPage page={page} />
      <NoticesSeen actor={member} what={{ about: decision }} />
    </>
  );
}

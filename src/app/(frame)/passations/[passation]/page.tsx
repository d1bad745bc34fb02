import type { Metadata } from "next";
import { cache } from "react";
import { HandoverPage } from "@/features/mandates/components/handover-page.tsx";
import { getHandover } from "@/features/mandates/handover.queries.ts";
import { NoticesSeen } from "@/features/notifications/components/notices-seen.tsx";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { params: Promise<{ passation: string }> };

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ params }: Props) =>
  orNotFound(getHandover(await requireMember(), (await params).passation)),
);

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: "Passation" };
}

export default async function Page(props: Props) {
  const [handover, member, { passation }] = await Promise.all([load(props), requireMember(), props.params]);
  return (
    <>
      <HandoverPage handover={handover} />
      <NoticesSeen actor={member} what={{ about: passation }} />
    </>
  );
}

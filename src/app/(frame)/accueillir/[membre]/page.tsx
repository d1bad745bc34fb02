import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { cache } from "react";
import { WelcomePage } from "@/features/desk/components/desk-welcome-page.tsx";
import { getWelcome } from "@/features/desk/welcome.queries.ts";
import { NoticesSeen } from "@/features/notifications/components/notices-seen.tsx";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = {
  params: Promise<{ membre: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ params, searchParams }: Props) =>
  orNotFound(getWelcome(await requireMember(), (await params).membre, (await searchParams).qui)),
);

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: "Accueillir" };
}

export default async function Page(props: Props) {
  const [page, member, { membre }] = await Promise.all([load(props), requireMember(), props.params]);
  return (
    <>
      <WelcomePage page={page} now={clock.now()} formKey={randomUUID()} />
      <NoticesSeen actor={member} what={{ about: membre }} />
    </>
  );
}

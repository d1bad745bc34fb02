import type { Metadata } from "next";
import { cache } from "react";
import { ModerationPage } from "@/features/moderation/components/moderation-page.tsx";
import { getModerationDesk } from "@/features/moderation/moderation-desk.queries.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ searchParams }: Props) =>
  orNotFound(getModerationDesk(await requireMember(), await searchParams)),
);

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: "Modération" };
}

export default async function Page(props: Props) {
  return <ModerationPage desk={await load(props)} now={clock.now()} />;
}

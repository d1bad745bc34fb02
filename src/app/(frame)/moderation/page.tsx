import type { Metadata } from "next";
import { ModerationPage } from "@/features/moderation/components/moderation-page.tsx";
import { getModerationDesk } from "@/features/moderation/moderation-desk.queries.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

export const metadata: Metadata = { title: "Modération" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const desk = await orNotFound(getModerationDesk(await requireMember(), await searchParams));
  return <ModerationPage desk={desk} now={clock.now()} />;
}

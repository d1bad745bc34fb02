import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { WelcomePage } from "@/features/desk/components/desk-welcome-page.tsx";
import { getWelcome } from "@/features/desk/welcome.queries.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

export const metadata: Metadata = { title: "Accueillir" };

type Props = {
  params: Promise<{ membre: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function Page({ params, searchParams }: Props) {
  const page = await orNotFound(getWelcome(await requireMember(), (await params).membre, (await searchParams).qui));
  return <WelcomePage page={page} now={clock.now()} formKey={randomUUID()} />;
}

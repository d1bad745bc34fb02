import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { SecondCodePage } from "@/features/accounts/components/second-code-page.tsx";
import { findHalfOpenSession } from "@/features/accounts/second-factor.queries.ts";
import { readSessionId } from "@/platform/next/session-cookie.ts";

export const metadata: Metadata = { title: "Mon second facteur" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const waiting = await findHalfOpenSession(await readSessionId());
  if (!waiting) redirect(paths.signIn);
  return <SecondCodePage ended={waiting.ended} withRecoveryCode={(await searchParams).secours !== undefined} />;
}

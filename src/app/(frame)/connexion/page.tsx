import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { ownPath } from "@/core/return-path.ts";
import { SignInPage } from "@/features/accounts/components/sign-in-page.tsx";
import { listCast } from "@/features/accounts/demo.queries.ts";
import { findHalfOpenSession } from "@/features/accounts/second-factor.queries.ts";
import { currentActor } from "@/platform/next/current-actor.ts";
import { readSessionId } from "@/platform/next/session-cookie.ts";

export const metadata: Metadata = { title: "Se connecter" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const { vers, fait } = await searchParams;
  const to = ownPath(vers);
  if ((await currentActor()).kind !== "visitor") redirect(to ?? paths.memberHome);
  if ((await findHalfOpenSession(await readSessionId()))?.ended === false) redirect(paths.signInSecondFactor);
  return <SignInPage cast={await listCast()} said={fait} to={to} />;
}

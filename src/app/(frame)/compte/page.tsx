import type { Metadata } from "next";
import { getMyAccount, listMySessions } from "@/features/accounts/account.queries.ts";
import { AccountPage } from "@/features/accounts/components/account-page.tsx";
import { findOwnPhoto } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";

export const metadata: Metadata = { title: "Mon compte" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const member = await requireMember();
  const [account, sessions, photo] = await Promise.all([
    getMyAccount(member),
    listMySessions(member),
    findOwnPhoto(member),
  ]);
  const { fait } = await searchParams;
  return <AccountPage account={account} sessions={sessions} photo={photo} now={clock.now()} said={fait} />;
}

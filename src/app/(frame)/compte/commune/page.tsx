import type { Metadata } from "next";
import { getMyAccount } from "@/features/accounts/account.queries.ts";
import { MoveTownPage } from "@/features/accounts/components/move-town-page.tsx";
import { listCountries } from "@/features/territory/index.ts";
import { requireMember } from "@/platform/next/current-actor.ts";

export const metadata: Metadata = { title: "J’ai déménagé" };

export default async function Page() {
  const [account, countries] = await Promise.all([getMyAccount(await requireMember()), listCountries()]);
  return <MoveTownPage account={account} countries={countries.map(({ code, name }) => ({ code, name }))} />;
}

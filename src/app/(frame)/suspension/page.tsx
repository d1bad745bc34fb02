import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { SuspensionPage } from "@/features/accounts/components/suspension-page.tsx";
import { currentActor } from "@/platform/next/current-actor.ts";

export const metadata: Metadata = { title: "Compte suspendu" };

export default async function Page() {
  const actor = await currentActor();
  if (actor.kind !== "suspended") redirect(paths.home);
  return <SuspensionPage member={actor} />;
}

import type { Metadata } from "next";
import { cache } from "react";
import { DemoMailPage } from "@/features/accounts/components/demo-mail-page.tsx";
import { listDemoMail } from "@/features/accounts/demo.queries.ts";
import { clock } from "@/platform/clock.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async () => orNotFound(listDemoMail()));

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: "Le courrier de la démo", robots: { index: false } };
}

export default async function Page() {
  return <DemoMailPage mails={await load()} now={clock.now()} />;
}

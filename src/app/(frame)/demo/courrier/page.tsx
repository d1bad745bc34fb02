import type { Metadata } from "next";
import { DemoMailPage } from "@/features/accounts/components/demo-mail-page.tsx";
import { listDemoMail } from "@/features/accounts/demo.queries.ts";
import { clock } from "@/platform/clock.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

export const metadata: Metadata = { title: "Le courrier de la démo", robots: { index: false } };

export default async function Page() {
  return <DemoMailPage mails={await orNotFound(listDemoMail())} now={clock.now()} />;
}

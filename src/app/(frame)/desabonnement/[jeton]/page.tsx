import type { Metadata } from "next";
import { cache } from "react";
import { UnsubscribePage } from "@/features/notifications/components/unsubscribe-page.tsx";
import { getUnsubscribePage } from "@/features/notifications/index.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { params: Promise<{ jeton: string }> };

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ params }: Props) => {
  const { jeton: token } = await params;
  return { token, ...(await orNotFound(getUnsubscribePage(token))) };
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: "Ne plus recevoir ces e-mails", robots: { index: false } };
}

export default async function Page(props: Props) {
  return <UnsubscribePage {...(await load(props))} />;
}

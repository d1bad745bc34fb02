import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { paths } from "@/core/paths.ts";
import { findFormerLetter } from "@/features/messages/index.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { params: Promise<{ lettre: string }> };

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async (id: string) => orNotFound(findFormerLetter(await currentReader(), id)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await load((await params).lettre);
  return { title: "Messages" };
}

/** Letters of before are messages: mails that were sent lead here. */
export default async function Page({ params }: Props) {
  const { conversationId, seq } = await load((await params).lettre);
  redirect(paths.message(conversationId, seq));
}

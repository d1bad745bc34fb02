import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { findFormerLetter } from "@/features/messages/index.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

/** Letters of before are messages: mails that were sent lead here. */
export default async function Page({ params }: { params: Promise<{ lettre: string }> }) {
  const { lettre } = await params;
  const { conversationId, seq } = await orNotFound(findFormerLetter(await currentReader(), lettre));
  redirect(paths.message(conversationId, seq));
}

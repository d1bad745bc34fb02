import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import type { Member } from "@/core/actor.ts";
import { paths } from "@/core/paths.ts";
import { MessagesFrame } from "@/features/messages/components/messages-frame.tsx";
import { WriteToPlace } from "@/features/messages/components/write-to-place.tsx";
import { getPlaceToWrite, listConversations } from "@/features/messages/index.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";
import { OwnList } from "../own-list.tsx";

/** Writing to those in charge of a place: a first message, or the conversation that one already has with it. */
export async function WritingToPlace({ member, scope }: { member: Member; scope: string | null }) {
  const place = await orNotFound(getPlaceToWrite(member, scope));
  const to = place.can.write ? place.conversation?.href : paths.inbox(place.scope);
  if (to) redirect(to);
  const first = await listConversations(member);
  return (
    <MessagesFrame shows="page" list={<OwnList member={member} first={first} box="toutes" />}>
      <WriteToPlace place={place} clientId={randomUUID()} me={member.id} />
    </MessagesFrame>
  );
}

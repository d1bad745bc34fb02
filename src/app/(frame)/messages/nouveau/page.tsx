import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { listMyCoopains } from "@/features/coopains/index.ts";
import { MessagesFrame } from "@/features/messages/components/messages-frame.tsx";
import { NewConversation } from "@/features/messages/components/new-conversation.tsx";
import { findDirect, listAddressees, listConversations } from "@/features/messages/index.ts";
import { searchMembers } from "@/features/profiles/index.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { type Asked, OwnList, one } from "../own-list.tsx";
import { WritingToPlace } from "./writing-to-place.tsx";

export const metadata: Metadata = { title: "Nouveau message", robots: { index: false } };

const NEAR = 12;

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  const [member, asked] = await Promise.all([requireMember(paths.newMessage), searchParams]);
  if (asked.lieu !== undefined) return <WritingToPlace member={member} scope={one(asked.lieu)} />;
  const ids = [asked.a ?? []].flat().flatMap((text) => text.split(" "));
  const [only] = ids;
  const known = only && ids.length === 1 ? await findDirect(member, only) : null;
  if (known) redirect(paths.conversation(known));
  const q = one(asked.q)?.trim() ?? "";
  const [first, chosen, coopains, found] = await Promise.all([
    listConversations(member),
    listAddressees(member, ids),
    listMyCoopains(member),
    q.length >= 2 ? searchMembers(member, { q }) : [],
  ]);
  return (
    <MessagesFrame shows="page" list={<OwnList member={member} first={first} box="toutes" />}>
      <NewConversation
        me={member.id}
        chosen={chosen}
        near={coopains.people.slice(0, NEAR)}
        search={{ asked: q, found }}
        clientId={randomUUID()}
        place={
          <p className="flex flex-wrap items-center gap-3 rounded-card border border-line bg-card px-4 py-3.5">
            <span className="min-w-52 flex-1 text-ink-2">
              Une question, une idée, une envie d’aider ? Celles et ceux qui s’occupent de ta section te répondent.
            </span>
            <ButtonLink href={paths.writeToPlace(member.section.scope)} variant="secondary" size="compact">
              Écrire à ma section
            </ButtonLink>
          </p>
        }
      />
    </MessagesFrame>
  );
}

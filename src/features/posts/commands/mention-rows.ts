import type { Actor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import type { Mention } from "@/core/mentions.ts";
import type { Tx } from "@/platform/db/client.ts";
import { keptMentions } from "../mention.queries.ts";

/**
 * Writes whom a text names. Those that an earlier wording named stay: it is still read, and they are shown only where
 * their label stands.
 */
export async function writeMentions(
  tx: Tx,
  actor: Actor,
  of: { postId: string } | { commentId: string },
  { body, mentions }: { body: string; mentions: readonly Mention[] },
): Promise<void> {
  const kept = await keptMentions(tx, actor, body, mentions);
  if (kept.length === 0) return;
  const known = await tx.postMention.findMany({ where: of, select: { memberId: true, groupId: true } });
  const fresh = kept.filter(({ id }) => !known.some(({ memberId, groupId }) => memberId === id || groupId === id));
  await tx.postMention.createMany({
    data: fresh.map(({ kind, id, label }) => ({
      ...of,
      id: newId(),
      label,
      ...(kind === "member" ? { memberId: id } : { groupId: id }),
    })),
  });
}

import type { Fact } from "@/core/fact.ts";
import { clock } from "@/platform/clock.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { enqueue } from "@/platform/jobs.ts";
import { followBroadcasts } from "../broadcast.jobs.ts";
import { broadcastModerated } from "../inbox.facts.ts";
import { moveCopies } from "./follow-broadcast.ts";

type Copy = { id: string; conversationId: string; broadcastId: string };

/**
 * Hides a broadcast or shows it again, for a decision about one of its copies whose policy is the caller's. It is carried to
 * nobody more from then on. The reported copy and as many others as one transaction takes follow the decision at once, the
 * rest by a job enqueued with it: a decision about a country's copies must not fail because they are many.
 */
export async function setBroadcastHidden(tx: Tx, copy: Copy, hidden: boolean): Promise<Fact | null> {
  const now = clock.now();
  const { broadcastId } = copy;
  // Its row is the lock of those who carry it: what they wrote until now is there, and they write nothing after.
  const [row] = await tx.$queryRaw<{ scope: string }[]>(sql`
    update broadcast set hidden_at = ${hidden ? now : null}::timestamptz, moderated_to = '',
      stopped_at = case when done_at is null then ${now}::timestamptz else stopped_at end, done_at = coalesce(done_at, ${now}::timestamptz)
    where id = ${broadcastId} and (hidden_at is null) = ${hidden} returning scope`);
  if (!row) return null;
  const all = { id: broadcastId, scope: row.scope, hidden, moderatedTo: "" };
  const { to, done } = await moveCopies(tx, all, copy.conversationId);
  if (!done) await enqueue(tx, followBroadcasts, { broadcastId });
  return broadcastModerated({ broadcastId, messageId: copy.id, from: "", to });
}

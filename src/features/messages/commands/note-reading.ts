import { z } from "zod";
import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { allow } from "@/core/decision.ts";
import { newId } from "@/core/ids.ts";
import { idText } from "@/core/text.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { judgedMessages } from "../attachment.policy.ts";

/** A page and the photos on it, opened one after the other, are one reading. */
const ONE_READING_MS = 10 * 60_000;

/**
 * Somebody of the moderation opens a reported message: it is written down before she reads a word, and those in the
 * conversation see it. `withPage`: a photo or a file of what she has open, which is no reading more.
 */
export const noteMessageReading = command({
  name: "message.note-reading",
  input: z.strictObject({ messageId: idText, withPage: z.boolean().default(false) }),
  async subject({ tx, actor, input }) {
    const [found] = await tx.$queryRaw<{ id: string }[]>(sql`
      select x.id from message x join conversation v on v.id = x.conversation_id
      where x.id = ${input.messageId} and ${judgedMessages(actor)} for key share of x`);
    if (!found) throw new AppError("not_found", "absent");
    return found;
  },
  policy: () => allow,
  async execute({ tx, actor, subject: { id: messageId }, input: { withPage } }) {
    const now = clock.now();
    const lately = { messageId, readerId: actor.id, at: { gt: new Date(now.getTime() - ONE_READING_MS) } };
    if (withPage && (await tx.messageAccess.count({ where: lately })) > 0) return;
    await tx.messageAccess.create({ data: { id: newId(), messageId, readerId: actor.id, at: now } });
  },
});

/** The same for a photo or a file of it. */
export const noteReading = (actor: Actor, messageId: string): Promise<void> =>
  noteMessageReading({ actor }, { messageId, withPage: true });

import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { inboxAssigned } from "../inbox.facts.ts";
import { answersThere, byTheSystem } from "../inbox.policy.ts";
import { ofMemberInput } from "../inbox.schema.ts";
import { conversationChanged } from "../message.facts.ts";
import { appendChange } from "./message-log.ts";

/** Of somebody whose mandate ended or who is suspended: nobody looks after the conversations that she may not answer any more. */
export const releaseInboxes = command({
  name: "inbox.release",
  input: ofMemberInput,
  subject: ({ tx, input: { memberId } }) =>
    tx.$queryRaw<{ id: string; scope: string }[]>(sql`
      select v.id, v.scope from conversation v where v.assignee_id = ${memberId} and not exists (
        select 1 from member m where m.id = ${memberId} and ${answersThere(sql`v.scope`, clock.now())})
      order by v.id for no key update of v`),
  policy: byTheSystem,
  async execute({ tx, subject: conversations, record }) {
    for (const { id: conversationId, scope } of conversations) {
      await tx.conversation.update({ where: { id: conversationId }, data: { assigneeId: null } });
      const seq = await appendChange(tx, conversationId, { kind: "assigned", byId: null });
      record(conversationChanged({ conversationId, from: seq, to: seq, change: "assigned" }));
      record(inboxAssigned({ conversationId, assigneeId: "", byId: "", scope }));
    }
    return { released: conversations.length };
  },
});

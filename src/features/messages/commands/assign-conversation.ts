import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { inboxAssigned } from "../inbox.facts.ts";
import { answersThere, canAssignConversation } from "../inbox.policy.ts";
import { assignInput } from "../inbox.schema.ts";
import { assigning } from "../inbox-limit.rules.ts";
import { conversationChanged } from "../message.facts.ts";
import { visibleConversations } from "../message.policy.ts";
import { topicOf } from "../message.rules.ts";
import { appendChange } from "./message-log.ts";

/** Somebody in charge of a place says who looks after a conversation with it: one of them, or nobody. */
export const assignConversation = command({
  name: "inbox.assign",
  input: assignInput,
  limits: [assigning],
  async subject({ tx, actor, input: { conversationId, assigneeId } }) {
    type Row = { scope: string; assigneeId: string | null; assignable: boolean };
    const [conversation] = await tx.$queryRaw<Row[]>(sql`
      select v.scope, v.assignee_id as "assigneeId", ${assigneeId}::text is null or exists (
        select 1 from member m where m.id = ${assigneeId} and m.id <> v.member_id and ${answersThere(sql`v.scope`, clock.now())}) as assignable
      from conversation v where v.id = ${conversationId} and v.kind = 'inbox' and ${visibleConversations(actor)}
      for no key update of v`);
    if (!conversation) throw new AppError("not_found", "absent");
    return conversation;
  },
  policy: canAssignConversation,
  async execute({ tx, actor, input: { conversationId, assigneeId }, subject, record }) {
    const answer = { conversationId, assigneeId };
    if (subject.assigneeId === assigneeId) return answer;
    const byId = actor.id;
    // To whom it is entrusted hears of it again, whatever she had muted.
    if (assigneeId) await tx.topicMute.deleteMany({ where: { memberId: assigneeId, topic: topicOf(conversationId) } });
    await tx.conversation.update({ where: { id: conversationId }, data: { assigneeId } });
    const seq = await appendChange(tx, conversationId, {
      kind: "assigned",
      byId,
      ...(assigneeId && { memberId: assigneeId }),
    });
    record(conversationChanged({ conversationId, from: seq, to: seq, change: "assigned" }));
    record(inboxAssigned({ conversationId, assigneeId: assigneeId ?? "", byId: byId ?? "", scope: subject.scope }));
    return answer;
  },
});

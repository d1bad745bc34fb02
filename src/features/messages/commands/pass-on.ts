import { type StatementTx, sql } from "@/platform/db/client.ts";

/** Whoever began conversations of several and is gone hands them on to who has been there longest: somebody takes people out. */
export async function passOn(tx: StatementTx, memberId: string, conversationId?: string): Promise<void> {
  await tx.$queryRaw(sql`
    update conversation v set created_by_id = (select p.member_id from participant p
      where p.conversation_id = v.id and p.left_at is null and p.member_id <> ${memberId} order by p.joined_at, p.member_id limit 1)
    where v.kind = 'several' and v.created_by_id = ${memberId} and (${conversationId ?? null}::text is null or v.id = ${conversationId ?? null})`);
}

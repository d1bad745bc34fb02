import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { invitationStands } from "./invitation.policy.ts";

// For the frames alone: whose screens read their page again.

const ids = async (statement: Sql): Promise<string[]> =>
  (await readRows<{ id: string }>(statement)).map(({ id }) => id);

/** Those who keep the groups of these requests, but whom a block parts from who asks. */
export const listKeepersToSignal = (requestIds: readonly string[]): Promise<string[]> =>
  ids(sql`
    select distinct k.member_id as id from group_request q
      join group_membership k on k.group_id = q.group_id and k.role in ('manager', 'lead')
    where q.id = any(${[...requestIds]}::text[])
      and not exists (select 1 from block b where (b.blocker_id = k.member_id and b.blocked_id = q.member_id)
        or (b.blocker_id = q.member_id and b.blocked_id = k.member_id))`);

/** Those who sent these requests. */
export const listRequestersToSignal = (requestIds: readonly string[]): Promise<string[]> =>
  ids(sql`select distinct q.member_id as id from group_request q where q.id = any(${[...requestIds]}::text[])`);

/** Those whom these invitations are for, but whom a block parts from who invited. */
export const listInvitedToSignal = (invitationIds: readonly string[]): Promise<string[]> =>
  ids(sql`
    select distinct i.member_id as id from group_invitation i
    where i.id = any(${[...invitationIds]}::text[]) and ${invitationStands()}`);

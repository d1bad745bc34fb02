import { newId } from "@/core/ids.ts";
import type { NoticeKindId } from "@/core/notice-kinds.ts";
import { paths } from "@/core/paths.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { unsubscribeToken } from "./unsubscribe.rules.ts";

type UnsubscribeLinkView = { path: string; oneClickPath: string };

/** The link that ends a member's mails of a kind, made at the first one that carries it. */
export async function unsubscribeLinkOf(memberId: string, kind: NoticeKindId | "digest"): Promise<UnsubscribeLinkView> {
  // Two at the same time: the second finds, asking again, what the first made.
  const find = () =>
    readRows<{ id: string }>(sql`
      with found as (select id from unsubscribe_link where member_id = ${memberId} and kind = ${kind}),
      made as (insert into unsubscribe_link (id, member_id, kind, created_at)
        select ${newId()}, ${memberId}, ${kind}, ${clock.now()} where not exists (select 1 from found)
        on conflict (member_id, kind) do nothing returning id)
      select id from found union all select id from made`);
  const link = (await find())[0] ?? (await find())[0];
  if (!link) throw new Error("no link under a mail to nobody");
  const token = unsubscribeToken(link.id);
  return { path: paths.unsubscribe(token), oneClickPath: paths.api.unsubscribe(token) };
}

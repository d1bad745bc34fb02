import { newId } from "@/core/ids.ts";
import type { NoticeKindId } from "@/core/notice-kinds.ts";
import { paths } from "@/core/paths.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { unsubscribeToken } from "./unsubscribe.rules.ts";

export type UnsubscribeLinkView = { path: string; oneClickPath: string };

/** The link that ends a member's mails of a kind, made at the first one that carries it. */
export async function unsubscribeLinkOf(memberId: string, kind: NoticeKindId | "digest"): Promise<UnsubscribeLinkView> {
  const find = () =>
    readRows<{ id: string }>(sql`select id from unsubscribe_link where member_id = ${memberId} and kind = ${kind}`);
  let [link] = await find();
  if (!link) {
    await readRows(sql`
      insert into unsubscribe_link (id, member_id, kind, created_at)
      values (${newId()}, ${memberId}, ${kind}, ${clock.now()}) on conflict (member_id, kind) do nothing`);
    [link] = await find();
  }
  if (!link) throw new Error("no link under a mail to nobody");
  const token = unsubscribeToken(link.id);
  return { path: paths.unsubscribe(token), oneClickPath: paths.api.unsubscribe(token) };
}

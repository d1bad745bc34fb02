import { AppError } from "@/core/app-error.ts";
import { type NoticeKindId, noticeKind, noticeKindIds } from "@/core/notice-kinds.ts";
import { db, type Tx } from "@/platform/db/client.ts";
import { readUnsubscribeToken } from "./unsubscribe.rules.ts";

type UnsubscribeLink = { memberId: string; kind: NoticeKindId | "digest" };

/** What the link under a mail ends, whoever holds it; made up, or of an account that is gone: `not_found`. */
export async function findUnsubscribeLink(token: string, tx: Tx = db): Promise<UnsubscribeLink> {
  const id = readUnsubscribeToken(token);
  const link = id ? await tx.unsubscribeLink.findUnique({ where: { id } }) : null;
  const known = link && (link.kind === "digest" || noticeKindIds.includes(link.kind as NoticeKindId));
  if (!known) throw new AppError("not_found", "absent");
  return { memberId: link.memberId, kind: link.kind as UnsubscribeLink["kind"] };
}

/** What the page says of a link: which mails stop, and nothing of whose they are. */
export async function getUnsubscribePage(token: string): Promise<{ what: string; done: boolean }> {
  const { memberId, kind } = await findUnsubscribeLink(token);
  const chosen = await db.noticeChoice.findMany({ where: { memberId } });
  const pace = chosen.find((one) => one.kind === kind)?.mail ?? (kind === "digest" ? "daily" : noticeKind(kind).mail);
  const done = pace === "never";
  return { what: kind === "digest" ? "Les résumés par e-mail" : noticeKind(kind).label, done };
}

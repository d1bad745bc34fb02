// Whoever holds the link under a mail ends mails of its kind. No account, no sign-in: mail programs do it by themselves.
import { allow } from "@/core/decision.ts";
import { noticeKind, noticeKindIds } from "@/core/notice-kinds.ts";
import { command } from "@/platform/command.ts";
import { unsubscriptions } from "../limit.rules.ts";
import { essentialKinds } from "../notice.policy.ts";
import { tokenInput } from "../notice.schema.ts";
import { findUnsubscribeLink } from "../unsubscribe.queries.ts";
import { endDigests, writeChoices } from "./choices.ts";

export const unsubscribe = command({
  name: "notifications.unsubscribe",
  input: tokenInput,
  limits: [unsubscriptions],
  subject: ({ tx, input }) => findUnsubscribeLink(input.token, tx),
  policy: () => allow,
  async execute({ tx, subject: { memberId, kind } }) {
    const chosen = new Map((await tx.noticeChoice.findMany({ where: { memberId } })).map((one) => [one.kind, one]));
    const paceOf = (id: (typeof noticeKindIds)[number]) => chosen.get(id)?.mail ?? noticeKind(id).mail;
    const ended = noticeKindIds.filter((id) =>
      kind === "digest" ? ["daily", "weekly"].includes(paceOf(id)) : id === kind,
    );
    const kinds = ended.filter((id) => !essentialKinds.includes(id));
    await writeChoices(
      tx,
      memberId,
      // What the centre shows is not a mail: it stays.
      kinds.map((id) => ({ kind: id, inApp: chosen.get(id)?.inApp ?? noticeKind(id).inApp, mail: "never" as const })),
    );
    // Also of what is held until a digest, whatever its kind's pace.
    if (kind === "digest") await endDigests(tx, memberId);
  },
});

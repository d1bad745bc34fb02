// A member sets all her mails at once: at one pace, none at all, or as everybody has them at first.
import type { NoticePace } from "@/core/notice-kinds.ts";
import { noticeKind, noticeKindIds } from "@/core/notice-kinds.ts";
import { command } from "@/platform/command.ts";
import { choices } from "../limit.rules.ts";
import { canBeTold, essentialKinds } from "../notice.policy.ts";
import { paceInput } from "../notice.schema.ts";
import { writeChoices } from "./choices.ts";

export const choosePace = command({
  name: "notifications.choose-pace",
  input: paceInput,
  limits: [choices],
  subject: async () => null,
  policy: canBeTold,
  async execute({ tx, actor, input: { pace } }) {
    const memberId = actor.id ?? "";
    const chosen = await tx.noticeChoice.findMany({ where: { memberId } });
    // What the centre shows stays as she chose it.
    const shown = new Map(chosen.map((one) => [one.kind, one.inApp]));
    const mailOf = (kind: (typeof noticeKindIds)[number]): NoticePace =>
      pace === "first" ? noticeKind(kind).mail : pace;
    const kinds = noticeKindIds.filter((kind) => !essentialKinds.includes(kind));
    await writeChoices(
      tx,
      memberId,
      kinds.map((kind) => ({ kind, inApp: shown.get(kind) ?? noticeKind(kind).inApp, mail: mailOf(kind) })),
    );
  },
});

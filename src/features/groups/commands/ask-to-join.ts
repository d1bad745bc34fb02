// Somebody asks to come into a group: she answers its questions, accepts its rules, and says a word. One request waits at a time.
import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { reasons } from "@/core/reasons.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import type { Tx } from "@/platform/db/client.ts";
import { canAskToJoin } from "../membership.policy.ts";
import { groupRequested } from "../request.facts.ts";
import { reaskCutoff } from "../request.rules.ts";
import { askToJoinInput } from "../request.schema.ts";
import { groupRequestsOfAccount } from "../request-limit.rules.ts";
import { termsOf } from "../request-terms.rules.ts";
import { keepFromErasure } from "./let-in.ts";
import { lockVisibleGroup } from "./lock-group.ts";
import { acceptedNow } from "./request-terms.ts";

export const askToJoin = command({
  name: "group.ask-to-join",
  input: askToJoinInput,
  limits: [groupRequestsOfAccount],
  subject: ({ tx, actor, input }) => lockVisibleGroup(tx, actor, input.groupId),
  policy: canAskToJoin,
  async execute({ tx, actor, input, subject: asked, record }) {
    const [groupId, memberId, requestId] = [asked.id, actor.id ?? "", newId()];
    if (input.terms !== termsOf(asked)) throw new AppError("conflict", "changed_meanwhile");
    const rulesAcceptedAt = acceptedNow(asked, input);
    const answers = answersTo(asked.questions, [input.answer1, input.answer2, input.answer3]);
    await keepFromErasure(tx, memberId);
    await refuseTooSoon(tx, groupId, memberId);
    const { count } = await tx.groupRequest.createMany({
      data: [
        {
          ...{ id: requestId, groupId, memberId, questions: asked.questions, answers },
          ...{ words: input.words, rulesAcceptedAt, askedAt: clock.now() },
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) throw new AppError("conflict", "asked_already");
    record(groupRequested({ groupId, requestId }));
  },
});

/** One answer for each question, in their order; what was written beside them is left out. */
function answersTo(questions: readonly string[], given: readonly string[]): string[] {
  const answers = questions.map((_, index) => given[index] ?? "");
  const missing = answers.flatMap((answer, index) => (answer === "" ? [`answer${index + 1}`] : []));
  if (missing.length > 0)
    throw new AppError("invalid", "bad_input", {
      fields: Object.fromEntries(missing.map((field) => [field, reasons.answer_question])),
    });
  return answers;
}

async function refuseTooSoon(tx: Tx, groupId: string, memberId: string): Promise<void> {
  const refused = await tx.groupRequest.count({
    where: { groupId, memberId, accepted: false, answeredAt: { gt: reaskCutoff(clock.now()) } },
  });
  if (refused > 0) throw new AppError("conflict", "refused_lately");
}

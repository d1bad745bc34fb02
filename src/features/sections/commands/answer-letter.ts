import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { letterAnswered } from "../letter.facts.ts";
import { carryAnswer } from "../letter.jobs.ts";
import { canAnswerLetter, visibleLetters } from "../letter.policy.ts";
import { answerLetterInput } from "../letter.schema.ts";
import { answersOfAccount } from "../letter-limit.rules.ts";

/** Somebody in charge answers a letter; its author gets the answer by mail. The same answer sent twice is one. */
export const answerLetter = command({
  name: "letter.answer",
  input: answerLetterInput,
  limits: [answersOfAccount],
  async subject({ tx, actor, input: { letterId } }) {
    type Row = { id: string; scope: string; authorId: string | null };
    const [letter] = await tx.$queryRaw<Row[]>(sql`
      select l.id, l.scope, (select m.id from member m where m.id = l.author_id and m.erased_at is null) as "authorId"
      from letter l where l.id = ${letterId} and ${visibleLetters(actor)} for update of l`);
    if (!letter) throw new AppError("not_found", "absent");
    return letter;
  },
  policy: canAnswerLetter,
  async execute({ tx, actor, input: { letterId, words }, record, enqueue }) {
    const twin = await tx.letterAnswer.count({ where: { letterId, authorId: actor.id, words } });
    if (twin > 0) return { letterId };
    const id = newId();
    await tx.letterAnswer.create({ data: { id, letterId, words, authorId: actor.id, sentAt: clock.now() } });
    record(letterAnswered({ letterId, answerId: id }));
    await enqueue(carryAnswer, { answerId: id });
    return { letterId };
  },
});

import { paths } from "@/core/paths.ts";
import type { Tx } from "@/platform/db/client.ts";
import { db } from "@/platform/db/client.ts";

/** The letters that she wrote and the answers that she gave; what others wrote is theirs. */
export async function readLetters(memberId: string): Promise<Record<string, unknown>> {
  const own = { where: { authorId: memberId }, orderBy: { sentAt: "asc" } } as const;
  const [letters, answers] = await Promise.all([db.letter.findMany(own), db.letterAnswer.findMany(own)]);
  return {
    lettres: letters.map(({ id, scope, words, sentAt }) => ({
      page: paths.letter(id),
      à: scope,
      envoyée_le: sentAt,
      texte: words,
    })),
    réponses_à_des_lettres: answers.map(({ letterId, words, sentAt }) => ({
      page: paths.letter(letterId),
      envoyée_le: sentAt,
      texte: words,
    })),
  };
}

/** Her letters go with their answers, which were for her alone; her answers to others stay theirs, without her. */
export async function eraseLetters(tx: Tx, memberId: string): Promise<void> {
  await tx.letter.deleteMany({ where: { authorId: memberId } });
  await tx.letterAnswer.updateMany({ where: { authorId: memberId }, data: { authorId: null } });
}

import { renamed } from "@/core/mentions.ts";
import { db, sql, type Tx } from "@/platform/db/client.ts";
import type { PersonalData } from "@/platform/personal-data.ts";
import { BODY_MAX } from "./message.rules.ts";

const changeWords = {
  edited: "message modifié",
  deleted: "message supprimé",
  hidden: "message masqué",
  shown: "message rétabli",
  named: "conversation nommée",
  added: "personne ajoutée",
  removed: "personne retirée",
  left: "départ",
  assigned: "conversation confiée",
} as const;

async function read(memberId: string): Promise<Record<string, unknown>> {
  const [sent, changes, mentions] = await Promise.all([
    db.message.findMany({
      where: { authorId: memberId },
      select: { conversationId: true, body: true, createdAt: true, editedAt: true, deletedAt: true, hiddenAt: true },
      orderBy: { createdAt: "asc" },
    }),
    db.conversationChange.findMany({
      where: { byId: memberId },
      select: { conversationId: true, kind: true, words: true, at: true },
      orderBy: { at: "asc" },
    }),
    db.messageMention.findMany({
      where: { memberId },
      select: { message: { select: { conversationId: true, createdAt: true } } },
      orderBy: { message: { createdAt: "asc" } },
    }),
  ]);
  return {
    messages_écrits: sent.map((one) => ({
      conversation: one.conversationId,
      texte: one.body,
      envoyé_le: one.createdAt,
      modifié_le: one.editedAt,
      supprimé_le: one.deletedAt,
      masqué_le: one.hiddenAt,
    })),
    actes_dans_les_conversations: changes.map(({ conversationId, kind, words, at }) => ({
      conversation: conversationId,
      acte: changeWords[kind],
      texte: words,
      le: at,
    })),
    messages_qui_me_nomment: mentions.map(({ message }) => ({
      conversation: message.conversationId,
      écrit_le: message.createdAt,
    })),
  };
}

const NOBODY = "compte supprimé";

/** Where others named her, she is nobody any more. A text that was full holds the longer name by losing its last letters. */
async function forgetMentions(tx: Tx, memberId: string): Promise<void> {
  const mentions = await tx.messageMention.findMany({
    where: { memberId },
    select: { label: true, message: { select: { id: true, body: true } } },
  });
  for (const { label, message } of mentions) {
    const body = [...renamed(message.body, new Map([[label, NOBODY]]))].slice(0, BODY_MAX).join("");
    await tx.message.update({ where: { id: message.id }, data: { body } });
  }
  await tx.messageMention.deleteMany({ where: { memberId } });
}

async function erase(tx: Tx, { id }: { id: string }) {
  // The lock that every writer of a conversation takes first, in the same order.
  await tx.$queryRaw(sql`
    select v.id from conversation v where v.id in (select conversation_id from message where author_id = ${id}
      union select x.conversation_id from message_mention n join message x on x.id = n.message_id where n.member_id = ${id})
    order by v.id for no key update`);
  await tx.message.updateMany({ where: { authorId: id }, data: { authorId: null } });
  await tx.conversationChange.updateMany({ where: { byId: id }, data: { byId: null } });
  await tx.conversationChange.updateMany({ where: { memberId: id }, data: { memberId: null } });
  await forgetMentions(tx, id);
  return [];
}

/** What she wrote. Erased: her words stay with those to whom she wrote them, without her name; she is not named any more. */
export const messagesPersonalData: PersonalData = { title: "Mes messages", read, erase };

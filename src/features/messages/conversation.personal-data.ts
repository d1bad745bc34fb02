import { paths } from "@/core/paths.ts";
import { db, readRows, sql, type Tx } from "@/platform/db/client.ts";
import type { PersonalData } from "@/platform/personal-data.ts";
import { keepForJudges } from "./commands/keep-for-judges.ts";
import { passOn } from "./commands/pass-on.ts";
import { GONE } from "./conversation.rules.ts";
import { toPlace } from "./conversation.views.ts";

type Conversation = {
  id: string;
  kind: keyof typeof kinds;
  name: string;
  scope: string | null;
  section: string | null;
  federation: string | null;
  others: string[] | null;
  joinedAt: Date;
  leftAt: Date | null;
  mutedAt: Date | null;
  readAt: Date | null;
  begun: boolean;
};
type Received = { conversationId: string; author: string | null; fromPlace: boolean; body: string; at: Date };

const kinds = { direct: "à deux", several: "à plusieurs", inbox: "avec un lieu" } as const;

/** The conversations that she is or was in; of those that she left, nothing of the others. */
const conversationsOf = (memberId: string) =>
  readRows<Conversation>(sql`
    select v.id, v.kind, v.name, v.scope, s.name as section, f.name as federation, p.joined_at as "joinedAt",
      p.left_at as "leftAt", p.muted_at as "mutedAt", r.read_at as "readAt",
      v.created_by_id is not distinct from p.member_id as begun,
      case when p.left_at is null then (select json_agg(m.name order by o.joined_at, m.id) from participant o
        join member m on m.id = o.member_id and m.erased_at is null
        where o.conversation_id = v.id and o.left_at is null and o.member_id <> ${memberId}) end as others
    from participant p join conversation v on v.id = p.conversation_id
    left join conversation_read r on r.conversation_id = v.id and r.member_id = p.member_id
    left join section s on s.scope = v.scope left join federation f on f.id = split_part(v.scope, '/', 2)
    where p.member_id = ${memberId} order by p.joined_at, v.id`);

/** What others wrote to her, where she is now and since she came: her correspondence, as she reads it. */
const receivedBy = (memberId: string) =>
  readRows<Received>(sql`
    select x.conversation_id as "conversationId", m.name as author, x.from_place as "fromPlace", x.body, x.created_at as at
    from participant p join message x on x.conversation_id = p.conversation_id and x.seq > p.from_seq
    left join member m on m.id = x.author_id and m.erased_at is null
    where p.member_id = ${memberId} and p.left_at is null and x.author_id is distinct from ${memberId}
      and x.deleted_at is null and x.hidden_at is null and x.body <> ''
    order by x.conversation_id, x.seq`);

async function read(memberId: string): Promise<Record<string, unknown>> {
  const [conversations, received, asked, looked] = await Promise.all([
    conversationsOf(memberId),
    receivedBy(memberId),
    db.conversationRequest.findMany({ where: { fromId: memberId }, orderBy: { sentAt: "asc" } }),
    readRows<{ id: string; scope: string }>(sql`
      select id, scope from conversation where assignee_id = ${memberId} order by last_at, id`),
  ]);
  const byConversation = Map.groupBy(received, ({ conversationId }) => conversationId);
  return {
    conversations: conversations.map((one) => ({
      conversation: one.id,
      genre: kinds[one.kind],
      nom: one.name || null,
      lieu: one.scope && toPlace(one.scope, one.section, one.federation).name,
      avec: one.others ?? [],
      commencée_ou_reprise_par_moi: one.begun,
      depuis_le: one.joinedAt,
      quittée_le: one.leftAt,
      en_sourdine_depuis_le: one.mutedAt,
      dernière_lecture: one.readAt,
      messages_reçus: (byConversation.get(one.id) ?? []).map(({ author, body, at }) => ({
        de: author ?? GONE,
        texte: body,
        le: at,
      })),
    })),
    // Whether one of them was refused is not hers to know.
    premiers_messages_à_des_inconnu_e_s: asked.map(({ conversationId, toId, sentAt, acceptedAt }) => ({
      conversation: conversationId,
      profil: paths.member({ id: toId, name: "" }),
      envoyé_le: sentAt,
      accepté_le: acceptedAt,
    })),
    // What a member wrote to the place is the member's.
    conversations_de_lieux_qui_me_sont_confiées: looked.map(({ id, scope }) => ({ conversation: id, lieu: scope })),
  };
}

/**
 * What she wrote to places goes, requests that nobody said yes to go, and conversations in which nobody else is left. The
 * others keep theirs, where she is an erased account. What was reported is judged first, as long as anybody may contest: nobody
 * erases herself out of it.
 */
async function erase(tx: Tx, { id }: { id: string }) {
  const ending = await tx.$queryRaw<{ id: string; ends: boolean }[]>(sql`
    select v.id, v.member_id is not distinct from ${id}
      or exists (select 1 from conversation_request q where q.conversation_id = v.id and q.accepted_at is null)
      or not exists (select 1 from participant o where o.conversation_id = v.id and o.member_id <> ${id} and o.left_at is null) as ends
    from conversation v where v.id in (select p.conversation_id from participant p where p.member_id = ${id})
    order by v.id for update of v`);
  const ids = ending.flatMap((row) => (row.ends ? [row.id] : []));
  const kept = await keepForJudges(tx, ids);
  const ended = ids.filter((one) => !kept.has(one));
  const inEnded = { message: { conversationId: { in: ended } } };
  await tx.image.deleteMany({ where: { messagePhoto: inEnded } });
  await tx.storedFile.deleteMany({ where: { messageFile: inEnded } });
  await tx.conversation.deleteMany({ where: { id: { in: ended } } });
  await tx.conversationRequest.deleteMany({ where: { OR: [{ fromId: id }, { toId: id }] } });
  await tx.conversationRead.deleteMany({ where: { memberId: id } });
  await tx.participant.deleteMany({ where: { memberId: id } });
  await tx.participant.updateMany({ where: { addedById: id }, data: { addedById: null } });
  await tx.conversation.updateMany({ where: { lowId: id }, data: { lowId: null } });
  await tx.conversation.updateMany({ where: { highId: id }, data: { highId: null } });
  await passOn(tx, id);
  await tx.conversation.updateMany({ where: { createdById: id }, data: { createdById: null } });
  await tx.conversation.updateMany({ where: { assigneeId: id }, data: { assigneeId: null } });
  return [];
}

/** The conversations that she is in, what others wrote to her there, and her first messages to people whom she did not know. */
export const conversationsPersonalData: PersonalData = { title: "Mes conversations", read, erase };

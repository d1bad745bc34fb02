import { db, sql, type Tx } from "@/platform/db/client.ts";
import type { PersonalData } from "@/platform/personal-data.ts";

const sideWords = { pour: "pour", contre: "contre", neutre: "idée" } as const;
const voteWords = { agree: "d’accord", disagree: "pas d’accord", pass: "passe" } as const;
const changeWords = {
  edited: "contribution modifiée",
  hidden: "contribution masquée",
  shown: "contribution rétablie",
  phase: "changement d’étape",
  synthesis: "synthèse publiée",
} as const;

const question = { select: { question: true } } as const;

async function read(memberId: string): Promise<Record<string, unknown>> {
  const own = { where: { memberId } };
  const [words, votes, hosted, followed, opened, run, covers] = await Promise.all([
    db.contribution.findMany({
      where: { authorId: memberId },
      include: { debate: question, revisions: { orderBy: { number: "asc" } }, parent: { select: { seq: true } } },
      orderBy: { createdAt: "asc" },
    }),
    db.vote.findMany({
      ...own,
      include: { contribution: { select: { seq: true, debate: question } } },
      orderBy: { castAt: "asc" },
    }),
    db.debateHost.findMany({ ...own, include: { debate: question }, orderBy: { addedAt: "asc" } }),
    db.debateFollow.findMany({ ...own, include: { debate: question }, orderBy: { followedAt: "asc" } }),
    db.debate.findMany({ where: { openedById: memberId }, orderBy: { createdAt: "asc" } }),
    db.debateChange.findMany({ where: { byId: memberId }, include: { debate: question }, orderBy: { at: "asc" } }),
    db.image.findMany({
      where: { uploadedById: memberId, debate: { isNot: null } },
      select: { uploadedAt: true, debate: question },
      orderBy: { uploadedAt: "asc" },
    }),
  ]);
  return {
    contributions: words.map((one) => ({
      débat: one.debate.question,
      numéro: one.seq,
      position: one.side && sideWords[one.side],
      en_réponse_au_numéro: one.parent?.seq ?? null,
      texte: one.body,
      écrite_le: one.createdAt,
      modifiée_le: one.editedAt,
      masquée_le: one.hiddenAt,
      textes_précédents: one.revisions.map(({ body, replacedAt }) => ({ texte: body, jusqu_au: replacedAt })),
    })),
    votes: votes.map(({ contribution, value, castAt }) => ({
      débat: contribution.debate.question,
      numéro: contribution.seq,
      vote: voteWords[value],
      le: castAt,
    })),
    débats_ouverts_par_moi: opened.map((one) => ({
      question: one.question,
      cadre: one.framing,
      ouvert_le: one.createdAt,
    })),
    débats_que_j_anime: hosted.map(({ debate, addedAt }) => ({ débat: debate.question, depuis_le: addedAt })),
    débats_que_je_suis: followed.map(({ debate, followedAt }) => ({ débat: debate.question, depuis_le: followedAt })),
    actes_dans_les_débats: run.map(({ debate, kind, reason, at }) => ({
      débat: debate.question,
      acte: changeWords[kind],
      motif: reason,
      le: at,
    })),
    images_de_débats: covers.map(({ debate, uploadedAt }) => ({ débat: debate?.question, envoyée_le: uploadedAt })),
  };
}

/** Takes a member's votes away and mends the tallies of contributions and debates in the same statement. */
const withdrawVotes = (memberId: string) => sql`
  with gone as (delete from vote where member_id = ${memberId} returning contribution_id, value),
  per_contribution as (
    select contribution_id,
      count(*) filter (where value = 'agree')::int as agree,
      count(*) filter (where value = 'disagree')::int as disagree,
      count(*) filter (where value = 'pass')::int as pass
    from gone group by contribution_id),
  mended as (
    update contribution c set agree = c.agree - p.agree, disagree = c.disagree - p.disagree, pass = c.pass - p.pass,
      tally_version = c.tally_version + 1
    from per_contribution p where c.id = p.contribution_id
    returning c.debate_id, c.hidden_at is null as shown, p.agree + p.disagree + p.pass as votes),
  per_debate as (select debate_id, coalesce(sum(votes) filter (where shown), 0)::int as votes from mended group by debate_id)
  update debate d set vote_count = d.vote_count - p.votes, counts_version = d.counts_version + 1 from per_debate p where d.id = p.debate_id`;

async function erase(tx: Tx, { id }: { id: string }) {
  // The lock that every writer of a debate takes first, in the same order.
  await tx.$queryRaw(sql`
    select d.id from debate d where d.opened_by_id = ${id} or d.id in (
      select c.debate_id from vote v join contribution c on c.id = v.contribution_id where v.member_id = ${id})
    order by d.id for no key update`);
  await tx.$executeRaw(withdrawVotes(id));
  await tx.contribution.updateMany({ where: { authorId: id }, data: { authorId: null } });
  await tx.debateHost.deleteMany({ where: { memberId: id } });
  await tx.debateFollow.deleteMany({ where: { memberId: id } });
  await tx.debate.updateMany({ where: { openedById: id }, data: { openedById: null } });
  await tx.debateChange.updateMany({ where: { byId: id }, data: { byId: null } });
  await tx.image.updateMany({ where: { uploadedById: id }, data: { uploadedById: null } });
  return [];
}

/** What she wrote, voted and ran. Erased: her votes leave the tallies, her words stay without her name. */
export const debatesPersonalData: PersonalData = { title: "Mes débats", read, erase };

import type { Role } from "@/core/actor.ts";
import { organisation } from "@/core/organisation.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql, type Tx } from "@/platform/db/client.ts";
import { forgetAddress } from "@/platform/jobs.ts";
import type { PersonalData } from "@/platform/personal-data.ts";
import { deviceWords } from "./account.rules.ts";
import { roleName } from "./account.views.ts";

const consentWords = {
  political_data: "inscription, et avec elle tes données politiques",
  public_name: "ton nom public dans les débats ouverts",
  public_field: "un champ de ton profil visible de tout le monde",
  public_posts: "tes publications lisibles de tout le monde",
} as const;

type ContactViewRow = { role: Role | null; purpose: string; viewedAt: Date };

/** Who read her contact data: by her role at that time, never by her name. */
const viewsOf = (memberId: string) => sql`
  select v.purpose, v.viewed_at as "viewedAt", (select g.role::text from mandate g
    where g.member_id = v.viewer_id and g.begins_at <= v.viewed_at and (g.ends_at is null or g.ends_at > v.viewed_at)
    order by case g.role when 'national_admin' then 1 when 'federation_admin' then 2 else 3 end limit 1) as role
  from contact_view v where v.member_id = ${memberId} order by v.viewed_at`;

async function read(memberId: string): Promise<Record<string, unknown>> {
  const own = { where: { memberId } };
  const [member, sessions, consents, suspensions, factor, recoveryCodes, views, viewed] = await Promise.all([
    db.member.findUniqueOrThrow({
      where: { id: memberId },
      include: { commune: true, section: { include: { federation: true } } },
    }),
    db.session.findMany({ ...own, orderBy: { createdAt: "asc" } }),
    db.consent.findMany({ ...own, orderBy: { givenAt: "asc" } }),
    db.suspension.findMany({ ...own, orderBy: { beginsAt: "asc" } }),
    db.secondFactor.findUnique(own),
    db.recoveryCode.count({ where: { memberId, usedAt: null } }),
    db.$queryRaw<ContactViewRow[]>(viewsOf(memberId)),
    db.contactView.findMany({ where: { viewerId: memberId }, orderBy: { viewedAt: "asc" } }),
  ]);
  return {
    nom: member.name,
    adresse_e_mail: member.email,
    commune: member.commune.name,
    section: member.section.name,
    fédération: member.section.federation.name,
    déclaration_à_l_inscription: member.claim === "adherent" ? "adhérent·e" : "sympathisant·e",
    adhésion_vérifiée_le: member.adherentSince,
    inscription_le: member.joinedAt,
    majorité_le: member.adultOn,
    mot_de_passe: member.passwordHash ? "choisi : seule son empreinte est gardée" : "aucun",
    second_facteur: factor?.confirmedAt
      ? { activé_le: factor.confirmedAt, codes_de_secours_restants: recoveryCodes }
      : "aucun",
    consentements: consents.map(({ kind, field, textVersion, givenAt, withdrawnAt }) => ({
      pour: consentWords[kind],
      champ: field,
      version_du_texte: textVersion,
      donné_le: givenAt,
      retiré_le: withdrawnAt,
    })),
    sessions: sessions.map(({ userAgent, createdAt, lastSeenAt, expiresAt, revokedAt }) => ({
      appareil: deviceWords(userAgent),
      ce_que_le_navigateur_dit_de_lui: userAgent,
      ouverte_le: createdAt,
      vue_le: lastSeenAt,
      fin_le: revokedAt ?? expiresAt,
    })),
    suspensions: suspensions.map(({ reason, beginsAt, endsAt, liftedAt }) => ({
      motif: reason,
      début: beginsAt,
      fin: endsAt,
      levée_le: liftedAt,
    })),
    consultations_de_mes_coordonnées: views.map(({ role, purpose, viewedAt }) => ({
      par: role ? roleName(role) : `l’équipe de ${organisation.name}`,
      motif: purpose,
      le: viewedAt,
    })),
    consultations_que_j_ai_faites: viewed.map(({ purpose, viewedAt }) => ({ motif: purpose, le: viewedAt })),
  };
}

/**
 * Where every erased account is filed: the first commune of the list and its section. Both columns hold something, and
 * a place that is everybody's says nothing of anybody.
 */
const nowhere = sql`select code, section_id from commune where section_id is not null order by code limit 1`;

async function erase(tx: Tx, { id, email }: { id: string; email: string }) {
  const own = { where: { memberId: id } };
  await tx.session.deleteMany(own);
  await tx.consent.deleteMany(own);
  await tx.suspension.deleteMany(own);
  await tx.secondFactor.deleteMany(own);
  await tx.recoveryCode.deleteMany(own);
  await tx.contactView.deleteMany(own);
  await tx.contactView.updateMany({ where: { viewerId: id }, data: { viewerId: null } });
  await tx.suspension.updateMany({ where: { decidedById: id }, data: { decidedById: null } });
  await tx.suspension.updateMany({ where: { liftedById: id }, data: { liftedById: null } });
  await tx.commandReceipt.deleteMany(own);
  await tx.emailCode.deleteMany({ where: { OR: [{ email }, { memberId: id }] } });
  await forgetAddress(tx, email);
  const now = clock.now();
  await tx.$executeRaw(sql`
    update member set name = 'Compte supprimé', email = ${`erased-${id}@invalid`}, claim = 'sympathiser',
      adherent_since = null, password_hash = null, adult_on = null, invited_by_id = null,
      commune_code = n.code, section_id = n.section_id, joined_at = ${now}, erased_at = ${now}
    from (${nowhere}) n where id = ${id}`);
  return [];
}

/** Who she is here, how she comes in, and who read her contact data. Erased last: the row itself. */
export const accountsPersonalData: PersonalData = { title: "Mon compte", read, erase };

import type { PoolClient } from "pg";
import { freeMoments, paces, reaches, willingKinds } from "@/features/profiles/offer.rules.ts";

/** As `tidyLabels` keeps them: a capital, then as typed. */
const labels = (text: string) =>
  text
    .replaceAll("\n", " ")
    .split(/, */)
    .map((label) => label.charAt(0).toLocaleUpperCase("fr") + label.slice(1));

export const skills = labels(
  `accueil, affichage, animation de réunion, anglais, arabe, archives, bricolage, budget, chant, comptabilité, conduite,
covoiturage, cuisine, couture, design, dessin, droit, droit du travail, écriture, électricité, élections, enquêtes,
enseignement, espagnol, facilitation, formation, graphisme, gestion de projet, impression, informatique, jardinage,
langue des signes, logistique, médiation, mise en page, montage vidéo, musique, permis poids lourd, photo,
premiers secours, prise de notes, prise de parole, programmation, réseaux sociaux, secrétariat, site web, son,
statistiques, théâtre, traduction, urbanisme`,
);
export const interests = labels(
  `agriculture, aînés, culture, démocratie, écologie, éducation, égalité, emploi, énergie, enfance, Europe, finances
publiques, handicap, industrie, jeunesse, justice, laïcité, logement, numérique, outre-mer, paix, pêche, petite enfance,
quartiers, recherche, ruralité, santé, sécurité, services publics, sport, transports, travail`,
);

/**
 * Six members in ten said something of themselves: to whom varies from coopains alone to everyone, and what is for
 * everyone was agreed to.
 */
export async function generateProfiles(client: PoolClient): Promise<void> {
  await client.query(`
    create or replace function pg_temp.shown(k bigint, side int) returns visibility language sql immutable parallel safe
      return case when pg_temp.u(k, side) < 0.35 then null when pg_temp.u(k, side) < 0.42 then 'coopains'
        when pg_temp.u(k, side) < 0.5 then 'section' when pg_temp.u(k, side) < 0.9 then 'members' else 'everyone' end::visibility`);
  await client.query(
    `insert into profile (member_id, presentation, status, status_at, skills, interests, links, willing, free, reach_km, pace,
       card_for, presentation_for, skills_for, interests_for, offer_for, activity_for, updated_at)
     select id, 'Je suis ' || name || '. Je cherche à me rendre utile près de chez moi.',
       case when pg_temp.u(k, 30) < 0.3 then 'Au marché samedi' else '' end, joined_at,
       drawn.skills, drawn.interests, '{}', drawn.willing, array[pg_temp.pick($4, k, 45)],
       ($5::int[])[1 + floor(pg_temp.u(k, 31) * cardinality($5::int[]))::int], pg_temp.pick($6, k, 46), pg_temp.shown(k, 32), pg_temp.shown(k, 33), pg_temp.shown(k, 34), pg_temp.shown(k, 35),
       nullif(pg_temp.shown(k, 36), 'everyone'), nullif(pg_temp.shown(k, 37), 'everyone'), joined_at
     from fresh, lateral (select
       array(select distinct pg_temp.pick($1, k * 5 + i, 38) from generate_series(1, 1 + floor(pg_temp.u(k, 39) * 4)::int) as i) as skills,
       array(select distinct pg_temp.pick($2, k * 5 + i, 40) from generate_series(1, 1 + floor(pg_temp.u(k, 41) * 4)::int) as i) as interests,
       array(select distinct pg_temp.pick($3, k * 5 + i, 42) from generate_series(1, floor(pg_temp.u(k, 43) * 3)::int) as i) as willing) as drawn
     where pg_temp.u(k, 44) < 0.6
     order by joined_at`,
    [skills, interests, willingKinds, freeMoments, reaches, paces],
  );
  await client.query(`
    insert into consent (id, member_id, kind, field, text_version, given_at)
    select left(md5('public:' || field || member_id), 12), member_id, 'public_field', field, 'generated', updated_at
    from (select p.*, unnest(array['card', 'presentation', 'skills', 'interests']) as field,
        unnest(array[card_for, presentation_for, skills_for, interests_for]) as shown
      from profile p join fresh f on f.id = p.member_id) as fields
    where shown = 'everyone'`);
}

import { randomUUID } from "node:crypto";
import { newId } from "@/core/ids.ts";
import { pool } from "@/platform/db/client.ts";
import { sessionCookie, sessionToken } from "@/platform/session.ts";

/** Members of one section, each with a session, and the Cookie header of each. */
export async function createMembers(count: number): Promise<{ id: string; cookie: string }[]> {
  const { rows } = await pool().query<{ section_id: string; code: string }>(
    "select section_id, code from commune where section_id is not null order by population desc limit 1",
  );
  const home = rows[0];
  if (!home) throw new Error("no territory in this database");
  const members = Array.from({ length: count }, () => ({ id: newId(), session: newId() }));
  const ids = members.map(({ id }) => id);
  await pool().query(
    `insert into member (id, email, name, claim, commune_code, section_id, joined_at)
     select id, 'bench-' || id || '@example.org', 'Membre ' || left(id, 4), 'sympathiser', $2, $3, now() from unnest($1::text[]) as id`,
    [ids, home.code, home.section_id],
  );
  await pool().query(
    `insert into consent (id, member_id, kind, text_version, given_at)
     select left(md5(id), 12), id, 'public_name', 'bench', now() from unnest($1::text[]) as id`,
    [ids],
  );
  await pool().query(
    `insert into session (id, member_id, user_agent, created_at, last_seen_at, expires_at)
     select * from unnest($1::text[], $2::text[]) as s(id, member_id), (values ('bench', now(), now(), now() + interval '1 day')) as v`,
    [members.map(({ session }) => session), ids],
  );
  return Promise.all(
    members.map(async ({ id, session }) => ({ id, cookie: `${sessionCookie()}=${await sessionToken(session)}` })),
  );
}

/** An open national debate with contributions of both sides and their votes. */
export async function createDebate(
  authors: readonly { id: string }[],
  contributions: number,
): Promise<{ id: string; slug: string }> {
  const debate = { id: newId(), slug: "faut-il-mesurer" };
  await pool().query(
    `insert into debate (id, slug, question, framing, scope, audience, phase, opens_at, closes_at, created_at, last_seq, pour_count, contre_count)
     values ($1, $2, 'Faut-il mesurer avant de débattre ?', 'Un débat pour les mesures.', 'national', 'open', 'debate', now() - interval '1 day', now() + interval '9 days', now(), $3, $4, $5)`,
    [debate.id, debate.slug, contributions, Math.ceil(contributions / 2), Math.floor(contributions / 2)],
  );
  for (let seq = 1; seq <= contributions; seq++) {
    await pool().query(
      `insert into contribution (id, debate_id, seq, side, body, author_id, client_id, created_at, agree, disagree, pass)
       values ($1, $2, $3, $4::contribution_side, $5, $6, $7, now() - make_interval(mins => $8), 0, 0, 0)`,
      [
        newId(),
        debate.id,
        seq,
        seq % 2 ? "pour" : "contre",
        `Contribution ${seq}. ${"Un argument de longueur ordinaire, écrit pour être lu. ".repeat(4)}`,
        authors[seq % authors.length]?.id,
        randomUUID(),
        contributions - seq,
      ],
    );
  }
  return debate;
}

/** An open group that these members are in, with posts of theirs on its wall. */
export async function createWall(
  members: readonly { id: string }[],
  posts: number,
): Promise<{ id: string; slug: string }> {
  const group = { id: newId(), slug: "groupe-mesure" };
  const ids = members.map(({ id }) => id);
  await pool().query(
    `insert into member_group (id, slug, name, purpose, kind, scope, entry, created_at)
     values ($1, $2, 'Groupe mesuré', 'Un groupe pour les mesures.', 'thematic', 'national', 'open', now())`,
    [group.id, group.slug],
  );
  await pool().query(
    `insert into group_membership (group_id, member_id, role, joined_at)
     select $1, id, (case when place = 1 then 'lead' else 'member' end)::group_role, now()
     from unnest($2::text[]) with ordinality as m(id, place)`,
    [group.id, ids],
  );
  await pool().query(
    `insert into post (id, group_id, author_id, body, client_id, created_at)
     select left(md5($1 || n), 12), $1, ($2::text[])[1 + n % cardinality($2::text[])],
       'Publication ' || n || '. ' || repeat('Quelques mots de longueur ordinaire, écrits pour être lus. ', 4), gen_random_uuid(),
       now() - make_interval(mins => $3::int - n)
     from generate_series(1, $3::int) as n`,
    [group.id, ids, posts],
  );
  return group;
}

import type { PoolClient } from "pg";
import { withoutIndexes } from "./without-indexes.ts";

/** What people write, with words that a search finds often, seldom, hardly ever. */
const LINES = [
  "Bonjour ! Tu es disponible samedi matin pour le tractage au marché ?",
  "Oui, je passe prendre les tracts au local vers neuf heures.",
  "On se retrouve devant la mairie, comme la dernière fois.",
  "Merci pour le compte rendu, c’était très clair.",
  "J’ai noté trois personnes qui veulent nous rejoindre.",
  "Est-ce que quelqu’un a la clé de la salle ?",
  "Je t’envoie le programme dès qu’il est relu.",
  "La réunion de section est déplacée à mardi soir.",
  "Bravo à toutes et tous, quelle belle journée.",
  "Pour l’hôpital, il faut préparer une proposition avant l’été.",
  "Le bus de 14 h passe juste à côté, c’est pratique.",
  "Je n’ai pas encore eu le temps de regarder, désolé.",
];
const MESSAGES_MAX = 24;

/**
 * Conversations as people have them: most of two who live near, one in seven of three to eight; half of them of one member in
 * fifty, who writes much. A few to twenty-four messages each, most of them read; one in ten began as a request.
 */
export async function generateConversations(client: PoolClient, conversations: number): Promise<void> {
  if (conversations === 0) return;
  await client.query(
    `create temp table talk on commit drop as
     select distinct on (pair) s.*, 1 + floor(power(pg_temp.u(s.k, 403), 2) * $2::int)::int as length,
       now - pg_temp.u(s.k, 404) * interval '180 days' as begun
     from (
       select d.k, pg_temp.id('conversation', d.k) as id, a.id as a, b.id as b, a.n as n, a.now,
         pg_temp.u(d.k, 402) < 0.14 as several,
         case when pg_temp.u(d.k, 402) < 0.14 then 'several ' || d.k else least(a.id, b.id) || ' ' || greatest(a.id, b.id) end as pair
       from (
         select before + i as k, case when pg_temp.u(before + i, 400) < 0.5
             then 1 + (floor(pg_temp.u(before + i, 401) * members)::int / 50) * 50
             else 1 + floor(pg_temp.u(before + i, 401) * members)::int end as n, members
         from generate_series(1, ($1::int * 1.2)::int) as i, (select count(*) as before from conversation) as c,
           (select max(n)::int as members from fresh) as m) as d
       join fresh a on a.n = d.n join fresh b on b.n = pg_temp.near(d.n, d.k, 405, d.members) and b.id <> a.id
     ) as s order by pair, k limit $1::int`,
    [conversations, MESSAGES_MAX],
  );
  await client.query(
    `create temp table sits on commit drop as
     select id, member_id, row_number() over (partition by id order by place) as place, begun, length, k from (
       select id, member_id, min(place) as place, begun, length, k from (
         select id, a as member_id, 1 as place, begun, length, k from talk
         union all select id, b, 2, begun, length, k from talk
         union all select t.id, f.id, 2 + i, t.begun, t.length, t.k from talk t
           cross join lateral generate_series(1, 1 + floor(pg_temp.u(t.k, 406) * 6)::int) as i
           join fresh f on f.n = pg_temp.near(t.n, t.k * 11 + i, 407, (select max(n)::int from fresh))
         where t.several) as there group by id, member_id, begun, length, k) as once`,
  );
  await client.query("create index on sits (id, place); analyze sits; analyze talk");
  await withoutIndexes(client, "conversation", () =>
    client.query(`
      insert into conversation (id, kind, name, low_id, high_id, created_by_id, created_at, last_seq, last_at)
      select id, (case when several then 'several' else 'direct' end)::conversation_kind,
        case when several and k % 2 = 0 then 'Équipe ' || k else '' end, case when not several then least(a, b) end,
        case when not several then greatest(a, b) end, a, begun, length, begun + length * (now - begun) / ${MESSAGES_MAX}
      from talk order by begun`),
  );
  await withoutIndexes(client, "participant", () =>
    client.query(`
      insert into participant (conversation_id, member_id, joined_at, added_by_id, muted_at)
      select s.id, s.member_id, s.begun, t.a, case when pg_temp.u(s.k * 13 + s.place, 408) < 0.03 then s.begun end
      from sits s join talk t on t.id = s.id order by s.begun`),
  );
  await withoutIndexes(client, "message", () =>
    client.query(
      `insert into message (id, conversation_id, seq, author_id, body, client_id, created_at)
       select pg_temp.id('message', t.k * 100 + i), t.id, i, s.member_id, pg_temp.pick($1, t.k * 100 + i, 409)
         || case when pg_temp.u(t.k * 100 + i, 410) < 0.001 then ' Le covoiturage part de la gare.' else '' end,
         md5('message' || t.k || ' ' || i)::uuid, t.begun + i * (t.now - t.begun) / ${MESSAGES_MAX}
       from talk t cross join lateral generate_series(1, t.length) as i
       join sits s on s.id = t.id and s.place = 1 + (i - 1) % (case when t.several then (
         select count(*) from sits c where c.id = t.id) else 2 end)
       order by t.begun + i * (t.now - t.begun) / ${MESSAGES_MAX}`,
      [LINES],
    ),
  );
  await withoutIndexes(client, "conversation_read", () =>
    client.query(`
      insert into conversation_read (conversation_id, member_id, read_seq, read_at)
      select id, member_id, case when pg_temp.u(k * 17 + place, 411) < 0.8 then length
        else floor(pg_temp.u(k * 17 + place, 412) * length)::int end, begun + interval '1 hour'
      from sits where pg_temp.u(k * 17 + place, 413) < 0.95`),
  );
  await client.query(`
    insert into conversation_request (conversation_id, from_id, to_id, sent_at, accepted_at, refused_at)
    select id, a, b, begun, case when length > 1 or lot < 0.5 then begun + interval '1 day' end,
      case when length = 1 and lot > 0.8 then begun + interval '1 day' end
    from (select *, pg_temp.u(k, 415) as lot from talk where not several and pg_temp.u(k, 414) < 0.1) as t`);
  await client.query("analyze conversation; analyze participant; analyze message; analyze conversation_read");
}

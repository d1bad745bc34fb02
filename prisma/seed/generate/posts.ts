import type { PoolClient } from "pg";
import { withoutIndexes } from "./without-indexes.ts";

const openings = [
  "Compte rendu de la réunion d’hier soir.",
  "Qui vient samedi au marché ?",
  "On a reçu les nouveaux tracts, ils sont au local.",
  "Une idée pour la rentrée.",
  "Merci à toutes celles et ceux qui étaient là.",
];
const middles = [
  "Nous étions douze, dont trois nouvelles personnes, et l’on a surtout parlé des bus et du centre de santé.",
  "Il manque encore deux personnes pour tenir la table de neuf heures à midi ; dites-le ici, je m’occupe du café.",
  "Je propose que l’on se répartisse les quartiers comme la dernière fois, et que l’on note les portes déjà faites.",
  "La mairie répond dans quinze jours. D’ici là, relisons ensemble ce que nous voulons demander, point par point.",
];

/**
 * Posts of the last two years: six in ten on the walls of groups, a few of them very busy, one in four on those of places,
 * the others on profiles. One in five is talked about; people near their author react. Their order on the disk is that of time.
 */
export async function generatePosts(
  client: PoolClient,
  { posts, groups }: { posts: number; groups: number },
): Promise<void> {
  const onWalls = groups > 0 ? 0.6 : 0;
  await client.query(`
    create temp table wall on commit drop as
    select row_number() over (order by pg_temp.u(g.k, 220)) as n, g.id as group_id, g.n as circle, g.adherents_only,
      (select count(*) from belong b where b.circle = g.n) as people
    from circle g`);
  await client.query("create unique index on wall (n); analyze wall");
  await client.query(
    `create temp table told on commit drop as
     with drawn as (
       select k, pg_temp.u(k, 221) as lot, pg_temp.u(k, 222) as who, pg_temp.u(k, 223) as old
       from (select before + i as k from generate_series(1, ($1::bigint * 1.03)::bigint + 20) as i, (select count(*) as before from post) as b) as numbered)
     select p.*, row_number() over (order by p.created_at) as place,
       case when pg_temp.u(p.k, 224) < 0.8 then 0 else 1 + floor(power(pg_temp.u(p.k, 225), 2) * 8)::int end as comments
     from (
       select d.k, w.group_id, w.circle, w.people, b.member_id as author_id, b.n as author_n, null::visibility as audience, b.now,
         not w.adherents_only and pg_temp.u(d.k, 226) < 0.05 as adherents_only, b.joined_at + (1 - d.old) * (b.now - b.joined_at) as created_at
       from drawn d
         join wall w on d.lot < $2::float8 and w.n = 1 + floor(power(d.lot / nullif($2::float8, 0), 1.5) * (select count(*) from wall))::int
         join belong b on b.circle = w.circle and b.place = 1 + floor(d.who * w.people)::int
       union all
       select d.k, g.id, null, null, f.id, f.n, case when g.id is null then (array['coopains', 'section', 'members'])[1 + floor(d.who * 97)::int % 3] end::visibility,
         f.now, g.id is not null and pg_temp.u(d.k, 226) < 0.1, f.joined_at + (1 - d.old) * (f.now - f.joined_at)
       from drawn d join fresh f on f.n = 1 + floor(d.who * (select max(n) from fresh))::int
         left join member_group g on d.lot < 0.85 and g.place = case when d.lot < 0.78 then f.scope
           when d.lot < 0.845 then 'national/' || f.federation_id else 'national' end
       where d.lot >= $2::float8
       -- Some numbers are of members who left.
       order by 1 limit $1::bigint) as p`,
    [posts, onWalls],
  );
  await client.query("create unique index on told (place); analyze told");
  await withoutIndexes(client, "post", () =>
    client.query(
      `insert into post (id, group_id, author_id, audience, adherents_only, body, client_id, created_at, comment_count)
       select pg_temp.id('post', k), group_id, author_id, audience, adherents_only,
         pg_temp.pick($1, k, 227) || ' ' || pg_temp.pick($2, k, 228) || ' ' || pg_temp.pick($2, k, 229),
         md5('post' || k)::uuid, created_at, comments
       from told order by place`,
      [openings, middles],
    ),
  );
  await client.query("analyze post");
  await commentsOf(client);
  await reactionsOf(client);
}

/** By members of the group, or by people near the author. */
async function commentsOf(client: PoolClient): Promise<void> {
  await withoutIndexes(client, "post_comment", () =>
    client.query(
      `insert into post_comment (id, post_id, author_id, body, client_id, created_at)
       select left(md5('comment' || t.k || '-' || i), 12), pg_temp.id('post', t.k), coalesce(b.member_id, f.id),
         pg_temp.pick($1, t.k * 11 + i, 230), md5('comment' || t.k || '-' || i)::uuid,
         t.created_at + (t.now - t.created_at) * power(pg_temp.u(t.k * 11 + i, 231), 6) * 0.99
       from told t cross join lateral generate_series(1, t.comments) as i
         left join belong b on b.circle = t.circle and b.place = 1 + floor(pg_temp.u(t.k * 11 + i, 232) * t.people)::int
         left join fresh f on b.member_id is null and f.n = pg_temp.near(t.author_n, t.k * 11 + i, 233, (select max(n)::int from fresh))
       where coalesce(b.member_id, f.id) is not null
       order by t.place`,
      [[...middles, "D’accord avec toi.", "Je viens, et j’apporte une table."]],
    ),
  );
  // Told exactly: somebody near may be nobody.
  await client.query(`
    update post w set comment_count = c.told from (
      select t.k, t.comments, count(c.id)::int as told from told t left join post_comment c on c.post_id = pg_temp.id('post', t.k)
      where t.comments > 0 group by t.k, t.comments) as c
    where w.id = pg_temp.id('post', c.k) and c.told <> c.comments`);
}

async function reactionsOf(client: PoolClient): Promise<void> {
  await withoutIndexes(client, "post_reaction", () =>
    client.query(`
      insert into post_reaction (post_id, member_id, kind, reacted_at)
      select pg_temp.id('post', k), member_id, (enum_range(null::reaction_kind))[1 + floor(pg_temp.u(k, 240) * 5)::int], created_at + interval '1 hour'
      from (
        select distinct on (t.place, f.id) t.k, t.place, t.created_at, f.id as member_id
        from told t cross join lateral generate_series(1, floor(power(pg_temp.u(t.k, 241), 2) * 4)::int) as i
          join fresh f on f.n = pg_temp.near(t.author_n, t.k * 13 + i, 242, (select max(n)::int from fresh))
        order by t.place, f.id) as r order by place`),
  );
  await client.query("analyze post_comment; analyze post_reaction");
}

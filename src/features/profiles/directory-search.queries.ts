import type { Member } from "@/core/actor.ts";
import { join, type Sql, sql } from "@/platform/db/client.ts";
import { cardColumns } from "./card.queries.ts";
import { bands } from "./directory.schema.ts";
import type { LabelField } from "./directory-labels.queries.ts";
import { fieldReaches, listedProfiles, profileOf, profileOfEach } from "./profile.policy.ts";

/** What is asked of the directory; all of it holds at once. */
export type Filter = {
  words: readonly string[];
  /** Also inside words, and what resembles them: for each, the words of names that do. */
  loose?: readonly (readonly string[])[] | undefined;
  section?: string | undefined;
  skills?: readonly string[] | null;
  interests?: readonly string[] | null;
  distance?: number | undefined;
};

const KM_PER_DEGREE = 111.2;

/** How what is found is ordered, how many are wanted, after whom, and how many candidates are looked at. */
export type Wish = { order: "nearness" | "name"; limit: number; after?: string | undefined; considered: number };

/** What is kept of a candidate: all that the order and the law ask of a member. */
const candidate = sql`m.id, m.name, m.folded_name, m.section_id, m.commune_code, m.adult_on, m.erased_at`;

/**
 * The statement of the members of the directory that a filter finds, as rows with a card, `band`, `labels` (what
 * matched) and `many`. Candidates are gathered first, so many of the reader's section, of her coopains and of all, and put in
 * order; then `listedProfiles` is asked of one after the other until there are enough. So a search costs much the same in a
 * large party as in a small one. What lies beside each is looked up by its key (`limit 1`): planned freely, some hundreds
 * read whole tables. A section alone has its members in order already.
 */
export function peopleFound(reader: Member, filter: Filter, wish: Wish): Sql {
  const { words, loose, section, skills, interests, distance } = filter;
  const labelled = skills || interests;
  if (section && wish.order === "name" && words.length === 0 && !labelled && distance === undefined)
    return peopleOfSection(reader, section, wish);
  const { order, limit, after, considered } = wish;
  const wanted = conditions(filter);
  const near = distance !== undefined;
  // `offset 0` keeps the communes in their order: the nearest members are gathered first.
  const everybody = near
    ? sql`(select code from around order by km offset 0) a cross join lateral (
        select m.* from member m where m.commune_code = a.code offset 0) m ${profileOf}`
    : sql`member m ${profileOf}`;
  const place = order === "name" ? sql`m.band, m.folded_name, m.id` : sql`m.circle, m.folded_name, m.id`;
  const shown = sql`${listedProfiles(reader)} ${reaching(filter, reader)}`;
  const beside = labelled ? profileOfEach : sql``;
  return sql`
    with around as materialized (${near ? around(reader, distance) : sql`select null as code, null::float8 as km where false`}),
    hers as materialized (select t.other_id as id from coopain t where t.member_id = ${reader.id}),
    far as materialized (select * from (
      ${words.length === 1 && !loose && !section && !labelled && !near ? named(words[0] ?? "", considered) : sql``}
      (select ${candidate} from ${everybody} where ${wanted} limit ${considered})) m limit ${considered}),
    candidates as (
      select * from far
      union (select ${candidate} from (
          select m.id from member m ${beside} where m.section_id = ${reader.section.id} and ${conditions(filter, readName)} limit ${considered}) k
        cross join lateral (select * from member x where x.id = k.id limit 1) m)
      union (select ${candidate} from hers cross join lateral (select * from member x where x.id = hers.id limit 1) m
        ${beside} where ${wanted} limit ${considered})),
    ranked as materialized (
      select m.*, ${near ? bandOf : sql`0`} as band,
        case when m.id in (select id from hers) then 0 when m.section_id = ${reader.section.id} then 1 else 2 end as circle
      from candidates m left join around a on a.code = m.commune_code)
    select ${cardColumns(reader)}, nullif(m.band, 0) as band, ${matched(filter)} as labels,
      (select count(*) from far) >= ${considered} as many
    from (select m.* from ranked m order by ${place} offset 0) m ${profileOfEach}
      cross join lateral (select * from section x where x.id = m.section_id limit 1) s
    where ${shown} ${
      // After one whom this very search shows: what is hidden is as absent here as anywhere.
      after
        ? sql`and (${place}) > (select ${place} from ranked m ${profileOfEach} where m.id = ${after} and ${shown})`
        : sql``
    }
    order by ${place} limit ${limit}`;
}

/** The same for all of a section: its index gives them by name, and the law is asked until the page is full. */
function peopleOfSection(reader: Member, section: string, { limit, after }: Wish): Sql {
  const place = sql`m.folded_name, m.id`;
  const shown = sql`m.section_id = ${section} and m.erased_at is null and ${listedProfiles(reader)}`;
  return sql`
    select ${cardColumns(reader)}, null::int as band, null::text[] as labels, false as many
    from member m ${profileOfEach} join section s on s.id = m.section_id
    where ${shown} ${after ? sql`and (${place}) > (select ${place} from member m ${profileOfEach} where m.id = ${after} and ${shown})` : sql``}
    order by ${place} limit ${limit}`;
}

/** The column that the index of all names is on; the same read as it is, where a section's own index is the shorter way. */
const indexedName = sql`m.folded_name`;
const readName = sql`(m.folded_name || '')`;

/**
 * Those whose last or first word begins so, from indexes in order that stop when there are enough: for a frequent
 * beginning the index of all names gathers thousands first. Half of each, then the others of each; it still finds what is
 * missing, in the words between.
 */
function named(word: string, considered: number): Sql {
  const half = Math.ceil(considered / 2);
  const begun = (column: Sql, offset: number) => sql`(select ${candidate} from member m where m.erased_at is null
    and ${column} >= ${term(word)} and ${column} < ${term(word)} || chr(1114111) order by ${column}, m.id
    limit ${half} offset ${offset}) union all`;
  const [last, first] = [sql`split_part(m.folded_name, ' ', -1)`, sql`m.folded_name`];
  return sql`${begun(last, 0)} ${begun(first, 0)} ${begun(last, half)} ${begun(first, half)}`;
}

function conditions({ words, loose, section, skills, interests, distance }: Filter, name = indexedName): Sql {
  return join(
    [
      sql`m.erased_at is null`,
      ...(words.length > 0
        ? [
            loose
              ? resembles(words, loose, name)
              : sql`(${join(
                  words.map((word) => begins(word, name)),
                  " and ",
                )})`,
          ]
        : []),
      ...(section ? [sql`m.section_id = ${section}`] : []),
      ...(skills ? [sql`p.skills && ${[...skills]}::text[]`] : []),
      ...(interests ? [sql`p.interests && ${[...interests]}::text[]`] : []),
      ...(distance === undefined ? [] : [sql`m.commune_code in (select code from around)`]),
    ],
    " and ",
  );
}

/** A word as names are folded, without any sign that a pattern could take for its own. */
const term = (word: string): Sql => sql`regexp_replace(folded(${word}::text), '[^[:alnum:] ]', '', 'g')`;

/** A word of the name begins so. */
const begins = (word: string, name: Sql): Sql => sql`${name} ~ ('(^| )' || ${term(word)})`;

/** The name holds all words somewhere, or for each a word that resembles it. */
function resembles(words: readonly string[], alike: readonly (readonly string[])[], name: Sql): Sql {
  const inside = words.map((word) => ([...word].length < 3 ? begins(word, name) : sql`${name} ~ ${term(word)}`));
  const held = join(inside, " and ");
  if (alike.some((ones) => ones.length === 0)) return sql`(${held})`;
  const slips = alike.map((ones) => sql`${name} ~ ${`(^| )(${ones.join("|")})`}`);
  return sql`((${held}) or (${join(slips, " and ")}))`;
}

const labelFields = ["skills", "interests"] as const satisfies readonly LabelField[];
const columns: Record<LabelField, Sql> = { skills: sql`p.skills`, interests: sql`p.interests` };

/** A skill or an interest counts only where that field itself reaches the reader. */
function reaching(filter: Filter, reader: Member): Sql {
  const fields = labelFields.filter((field) => filter[field]);
  return fields.length === 0
    ? sql``
    : sql`and ${join(
        fields.map((field) => fieldReaches(field, reader)),
        " and ",
      )}`;
}

function matched(filter: Filter): Sql {
  const lists = labelFields
    .filter((field) => filter[field])
    .map(
      (field) => sql`select l from unnest(${columns[field]}) l where l = any(${[...(filter[field] ?? [])]}::text[])`,
    );
  return lists.length === 0 ? sql`null::text[]` : sql`array(${join(lists, " union ")})`;
}

/** The communes around the reader's own, found in a rectangle first. Empty where her commune has no coordinates. */
const around = ({ id }: Member, km: number): Sql => sql`
  select c.code, distance_km(h.latitude, h.longitude, c.latitude, c.longitude) as km
  from member me join commune h on h.code = me.commune_code
    join commune c on c.latitude between h.latitude - ${km}::float8 / ${KM_PER_DEGREE}::float8 and h.latitude + ${km}::float8 / ${KM_PER_DEGREE}::float8
      and c.longitude between h.longitude - ${km}::float8 / (${KM_PER_DEGREE}::float8 * cos(radians(h.latitude)))
        and h.longitude + ${km}::float8 / (${KM_PER_DEGREE}::float8 * cos(radians(h.latitude)))
  where me.id = ${id} and distance_km(h.latitude, h.longitude, c.latitude, c.longitude) <= ${km}::float8`;

/** The narrowest band that a commune lies in: how far exactly is nobody's to know. */
const bandOf = sql`case ${join(
  bands.slice(0, -1).map((band) => sql`when a.km <= ${band}::int then ${band}::int`),
  " ",
)} else ${bands.at(-1)}::int end`;

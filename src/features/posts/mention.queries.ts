import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { type Mention, type Mentionable, standsIn } from "@/core/mentions.ts";
import { visibleGroups } from "@/features/groups/index.ts";
import { countSearch, profileOfEach, proposeMembers, visibleProfiles } from "@/features/profiles/index.ts";
import { readRows, type StatementTx, sql } from "@/platform/db/client.ts";
import { mentionableInput } from "./post.schema.ts";

const GROUPS_PROPOSED = 4;

/** Whom a member may be naming: people whose card she sees, then groups that she knows of. Throws `rate_limited`: each is a look into the directory. */
export async function listMentionable(actor: Actor, input: unknown): Promise<Mentionable[]> {
  if (actor.kind !== "member") throw new AppError("not_found", "absent");
  const { q } = mentionableInput.parse(input);
  await countSearch(actor);
  const plain = q.replace(/[\\%_]/g, "\\$&");
  const [people, groups] = await Promise.all([
    proposeMembers(actor, q),
    readRows<{ id: string; name: string; place: string }>(sql`
      select g.id, g.name, coalesce(s.name, f.name, 'France entière') as place from member_group g
        left join section s on s.scope = g.scope left join federation f on g.scope = 'national/' || f.id
      where folded(g.name) like '%' || folded(${plain}::text) || '%' and g.hidden_at is null
        and char_length(g.name) <= 80 and ${visibleGroups(actor)}
      order by g.name, g.id limit ${GROUPS_PROPOSED}`),
  ]);
  return [
    ...people
      .filter(({ name }) => name.length <= 80)
      .map(({ id, name, section, photo }) => ({
        ...{ kind: "member" as const, id, label: name, note: `Section ${section}`, photo },
      })),
    ...groups.map(({ id, name, place }) => ({
      ...{ kind: "group" as const, id, label: name, note: `Groupe · ${place}`, photo: null },
    })),
  ];
}

/**
 * Of the mentions that came with a text, those that hold: the label stands in the text, it is the name, and the author
 * sees whom it names. The others are words like any.
 */
export async function keptMentions(
  tx: StatementTx,
  actor: Actor,
  body: string,
  mentions: readonly Mention[],
): Promise<Mention[]> {
  const standing = mentions.filter(({ label }) => standsIn(body, label));
  const idsOf = (kind: Mention["kind"]) => standing.filter((one) => one.kind === kind).map(({ id }) => id);
  const [people, groups] = [idsOf("member"), idsOf("group")];
  if (standing.length === 0) return [];
  const rows = await tx.$queryRaw<Mention[]>(sql`
    select 'member' as kind, m.id, m.name as label from member m ${profileOfEach}
      where m.id = any(${people}::text[]) and m.erased_at is null and ${visibleProfiles(actor)}
    union all select 'group', g.id, g.name from member_group g where g.id = any(${groups}::text[]) and ${visibleGroups(actor)}`);
  return rows.filter((row) =>
    standing.some(({ kind, id, label }) => kind === row.kind && id === row.id && label === row.label),
  );
}

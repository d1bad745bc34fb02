import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";
import { columnsFor, entryJoins } from "./contribution.queries.ts";
import type { ContributionView, EntryRow } from "./contribution.views.ts";
import { canOpenDebate, canRunDebate, visibleDebates } from "./debate.policy.ts";
import { debateColumns, type ReaderRow, readerColumns, toContribution } from "./debate.queries.ts";
import { hostCandidatesInput } from "./debate.schema.ts";
import { type DebateRow, type DebateView, toDebateView } from "./debate.views.ts";

const CANDIDATES_SIZE = 8;
const CITABLE_SIZE = 12;

export type HostView = { id: string; name: string; section: string };
export type RunDebateView = {
  debate: DebateView & { scope: string };
  hosts: HostView[];
  synthesis: string | null;
  /** The contributions on which most agree: what a synthesis may cite. */
  citable: ContributionView[];
  /** The last change of phase went back: it cannot go back again. */
  reopened: boolean;
  /** Whether she answers for the territory, and so may look its members up by name. */
  canSearchHosts: boolean;
};

type Row = DebateRow & ReaderRow & { synthesis: string | null; hosts: HostView[] | null; reopened: boolean | null };

async function rowOf(actor: Actor, id: string, columns: Sql): Promise<Row> {
  const [row] = await readRows<Row>(sql`
    select ${debateColumns}, ${readerColumns(actor)} ${columns} from debate d where d.id = ${id} and ${visibleDebates(actor)}`);
  if (!row || !canRunDebate(actor, { scope: row.scope, isHost: row.is_host }).allowed)
    throw new AppError("not_found", "absent");
  return row;
}

/** What those who run a debate work with. Throws `not_found` for anybody else. */
export async function getDebateToRun(actor: Actor, id: string): Promise<RunDebateView> {
  const row = await rowOf(
    actor,
    id,
    sql`, d.synthesis,
      (select json_agg(json_build_object('id', m.id, 'name', m.name, 'section', s.name) order by h.added_at)
        from debate_host h join member m on m.id = h.member_id join section s on s.id = m.section_id
        where h.debate_id = d.id) as hosts,
      (select g.to_phase < g.from_phase from debate_change g
        where g.debate_id = d.id and g.kind = 'phase' order by g.seq desc limit 1) as reopened`,
  );
  const side = (name: string) => sql`(
    select ${columnsFor(actor)} from contribution c ${entryJoins}
    where c.debate_id = ${id} and c.side = ${name}::contribution_side and c.hidden_at is null and c.parent_id is null
    order by agreement(c.agree, c.disagree) desc, c.seq desc limit ${CITABLE_SIZE / 3})`;
  const citable =
    row.phase === "synthesis"
      ? await readRows<EntryRow>(sql`${side("pour")} union all ${side("contre")} union all ${side("neutre")}`)
      : [];
  return {
    debate: { ...toDebateView(row), scope: row.scope },
    hosts: row.hosts ?? [],
    synthesis: row.synthesis,
    citable: citable.map((entry) => toContribution({ ...entry, replies: null }, actor)),
    reopened: row.reopened ?? false,
    canSearchHosts: canOpenDebate(actor, row.scope).allowed,
  };
}

/** Verified adherents of a debate's territory whose name holds these words: who could run it. For those who do. */
export async function listHostCandidates(actor: Actor, input: unknown): Promise<HostView[]> {
  const { id, q } = hostCandidatesInput.parse(input);
  const { scope } = await rowOf(actor, id, sql``);
  // A host who answers for no territory sees no list of its members.
  if (q.length < 2 || !canOpenDebate(actor, scope).allowed) return [];
  const words = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  return readRows<HostView>(sql`
    select m.id, m.name, s.name as section from member m join section s on s.id = m.section_id
    where ${sqlCovers(sql`${scope}::text`, sql`s.scope`)} and m.erased_at is null and m.adherent_since is not null
      and (m.adult_on is null or m.adult_on <= ${clock.now()})
      and unaccent(m.name) ilike unaccent(${words})
      and not exists (select 1 from debate_host h where h.debate_id = ${id} and h.member_id = m.id)
    order by m.name, m.id limit ${CANDIDATES_SIZE}`);
}

export type PlaceView = { scope: string; name: string };

/** Where this member may open a debate: the scopes of her mandates and what they cover, from the widest, by name. */
export async function listOpenableScopes(actor: Actor): Promise<PlaceView[]> {
  const scopes = actor.grants.map(({ scope }) => scope).filter((scope) => canOpenDebate(actor, scope).allowed);
  if (scopes.length === 0) return [];
  return readRows<PlaceView>(sql`
    select p.scope, p.name from (
      select 'national' as scope, 'Toute la France' as name
      union all select 'national/' || f.id, f.name from federation f
      union all select s.scope, s.name from section s
    ) p where exists (select 1 from unnest(${scopes}::text[]) as g(scope) where ${sqlCovers(sql`g.scope`, sql`p.scope`)})
    order by length(p.scope) - length(replace(p.scope, '/', '')), unaccent(p.name), p.scope`);
}

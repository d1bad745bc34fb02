import type { Actor, Role } from "@/core/actor.ts";
import { contestableSince } from "@/core/contest.ts";
import { allow, type Decision, refuse } from "@/core/decision.ts";
import { join, type Sql, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";
import { reportables } from "./reportable.rules.ts";

/** Mandates that decide about everything of their scope. */
const DECIDERS: readonly Role[] = ["section_leader", "federation_admin", "moderator", "national_admin"];

/** Who wrote the object of a case `k`; null once her account is erased. */
export const authorOfCase: Sql = sql`case k.kind ${join(
  reportables.map(({ kind, authorOfCase: author }) => sql`when ${kind} then ${author}`),
  " ",
)} end`;

/** Whether the object of a case `k` is there: hidden, taken back or nameless, it is. */
const objectIsThere: Sql = sql`case k.kind ${join(
  reportables.map(
    ({ kind, table }) => sql`when ${kind} then exists (select 1 from ${table} o where o.id = k.object_id)`,
  ),
  " ",
)} else false end`;

/**
 * The cases `k` that this actor may see, hence decide: those answerable for its territory, and those whom the
 * object's own feature names. Never one about her own words, or about what she stands for with others: it would tell her
 * who complains. Never one whose object is gone for good: whose it was is known no more, and nothing is left to judge. The
 * only form of this law, for the list, the item and the count.
 */
export function visibleCases(actor: Actor): Sql {
  if (actor.kind === "system") return objectIsThere;
  if (actor.kind !== "member") return sql`false`;
  const own = reportables.filter(({ judges }) => judges !== undefined);
  const byMandate = [
    sql`(k.kind <> all (${own.map(({ kind }) => kind)}::text[]) and ${holdsThere(actor, DECIDERS)})`,
    ...own.map(({ kind, judges = [] }) => sql`(k.kind = ${kind} and ${holdsThere(actor, judges)})`),
  ];
  const byObject = reportables.map(({ kind, decidedBy }) => sql`(k.kind = ${kind} and ${decidedBy(actor)})`);
  const hers = reportables.flatMap(({ kind, standsFor }) =>
    standsFor ? [sql`(k.kind = ${kind} and ${standsFor(actor)})`] : [],
  );
  return sql`(
    (${join([...byMandate, ...byObject], " or ")}) and ${objectIsThere}
    and ${authorOfCase} is distinct from ${actor.id} and not (${join([sql`false`, ...hers], " or ")}))`;
}

/** Whether one of these mandates of the actor covers where the object of a case `k` stands. */
function holdsThere(actor: Actor, roles: readonly Role[]): Sql {
  const scopes = actor.grants.filter(({ role }) => roles.includes(role)).map(({ scope }) => scope);
  if (scopes.length === 0) return sql`false`;
  return sql`exists (select 1 from unnest(${scopes}::text[]) as held(scope) where ${sqlCovers(sql`held.scope`, sql`k.scope`)})`;
}

/** The decisions on a case `k` that this actor may read: those of the cases she sees, and those about her own words. */
export function visibleDecisions(actor: Actor): Sql {
  const own = actor.kind === "member" ? sql`${authorOfCase} = ${actor.id}` : sql`false`;
  return sql`(${visibleCases(actor)} or coalesce(${own}, false))`;
}

/** Whether this actor may decide anywhere, before asking what waits. Null: no mandate says so, her objects might. */
export function holdsDecision(actor: Actor): boolean {
  return actor.kind === "member" && actor.grants.some(({ role }) => DECIDERS.includes(role));
}

/** Whether this actor may decide about some object, whatever her mandates. */
export const decidesSomewhere = (actor: Actor): Sql =>
  sql`(${join(
    reportables.map((reportable) => reportable.decidesSomewhere(actor)),
    " or ",
  )})`;

/** The figures of moderation: those who answer for the whole. */
export function canReadFigures(actor: Actor): boolean {
  return actor.grants.some(
    ({ role, scope }) => (role === "moderator" || role === "national_admin") && scope === "national",
  );
}

/** A member reports what she reads and did not write. */
export function canReport(actor: Actor, object: { authorId: string | null }): Decision {
  if (actor.kind === "visitor") return refuse("sign_in_first", "unauthenticated");
  if (actor.kind !== "member") return refuse("not_yours");
  return object.authorId === actor.id ? refuse("own_words") : allow;
}

/** A visitor gives notice of what she reads; a member reports. */
export function canGiveNotice(actor: Actor): Decision {
  return actor.kind === "visitor" ? allow : refuse("not_yours");
}

/** Deciding on a case that this actor sees: something waits, and she did not ask for it. */
export function canDecide(actor: Actor, { reporterIds }: { reporterIds: readonly (string | null)[] }): Decision {
  if (reporterIds.length === 0) return refuse("already_decided", "conflict");
  return actor.id !== null && reporterIds.includes(actor.id) ? refuse("own_report") : allow;
}

type Appealed = { outcome: string; settles: boolean; appealed: boolean; decidedAt: Date };

/** Answering a decision about one's own words: once, to the first one that takes them away, as long as it may be contested. */
export function canAppeal(_: Actor, { outcome, settles, appealed, decidedAt }: Appealed, now: Date): Decision {
  if (settles || appealed) return refuse("already_answered", "conflict");
  if (outcome !== "hide") return refuse("nothing_to_answer", "conflict");
  return decidedAt >= contestableSince(now) ? allow : refuse("answer_too_late", "conflict");
}

type Answered = { settled: boolean; deciderId: string | null; reporterIds: readonly (string | null)[] };

/** Settling an answer of a case that this actor sees: neither the one who decided first, nor one who had complained. */
export function canSettle(actor: Actor, { settled, deciderId, reporterIds }: Answered): Decision {
  if (settled) return refuse("already_decided", "conflict");
  if (actor.id === null) return allow;
  if (actor.id === deciderId) return refuse("own_decision");
  return reporterIds.includes(actor.id) ? refuse("own_report") : allow;
}

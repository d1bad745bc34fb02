import { type Actor, holds, type Role } from "@/core/actor.ts";
import { allow, type Decision, refuse } from "@/core/decision.ts";
import type { Scope } from "@/core/scope.ts";
import { canBePresent } from "@/features/profiles/index.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";
import { LETTERS_A_DAY } from "./letter.rules.ts";

/** Mandates that answer the letters of their scope. */
const ANSWERERS: readonly Role[] = ["section_leader", "federation_admin", "national_admin"];

const answerScopes = (actor: Actor): Scope[] =>
  actor.grants.filter(({ role }) => ANSWERERS.includes(role)).map(({ scope }) => scope);

/** The letters `l` that this actor may read: her own, and those to the places that she answers for. The only form of this law. */
export function visibleLetters(actor: Actor): Sql {
  if (actor.kind === "system") return sql`true`;
  if (actor.kind !== "member") return sql`false`;
  return sql`(l.author_id = ${actor.id} or exists (
    select 1 from unnest(${answerScopes(actor)}::text[]) as g(scope) where ${sqlCovers(sql`g.scope`, sql`l.scope`)}))`;
}

/** A member writes to those in charge of any place but one that she is in charge of herself, a few times a day. */
export function canWriteLetter(actor: Actor, { scope, sentToday }: { scope: Scope; sentToday: number }): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  if (answerScopes(actor).includes(scope)) return refuse("own_desk");
  return sentToday < LETTERS_A_DAY ? allow : refuse("enough_letters", "conflict");
}

/** Whoever answers for the place answers the letter; not its author, and nobody once she has left. */
export function canAnswerLetter(actor: Actor, letter: { scope: Scope; authorId: string | null }): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  if (!holds(actor, ANSWERERS, letter.scope) || letter.authorId === actor.id) return refuse("not_yours");
  return letter.authorId === null ? refuse("author_gone", "conflict") : allow;
}

import type { Actor } from "@/core/actor.ts";
import { allow, type Decision, hide } from "@/core/decision.ts";
import type { Scope } from "@/core/scope.ts";
import { isSuspended } from "@/features/profiles/index.ts";
import { type Sql, sql } from "@/platform/db/client.ts";

/**
 * Whether somebody who can act holds this role in exactly this scope now. `offset 0` has each scope looked up in its
 * index: planned freely, the holders of all the country are gathered first, to answer for a few sections.
 */
export const isHeld = (role: Sql, scope: Sql, now: Date): Sql => sql`exists (
  select 1 from mandate g join member m on m.id = g.member_id
  where g.scope = ${scope} and g.role::text = ${role} and g.begins_at <= ${now} and (g.ends_at is null or g.ends_at > ${now})
    and m.erased_at is null and not ${isSuspended(now)} offset 0)`;

/** Whether the section `s` has somebody in charge. */
export const isLed = (now: Date): Sql => isHeld(sql`'section_leader'`, sql`s.scope`, now);

/** "section", "federation" or "national": how deep a scope is. */
export type Level = "section" | "federation" | "national";
const levels: readonly Level[] = ["national", "federation", "section"];

/** The level of a scope by the length of its path. */
export const levelOf = (scope: Scope): Level => levels[scope.split("/").length - 1] ?? "section";

/** What follows from a recorded fact: nobody's act. */
export const byTheSystem = (actor: Actor): Decision => (actor.kind === "system" ? allow : hide);

import type { Actor } from "@/core/actor.ts";
import { allow, type Decision, hide } from "@/core/decision.ts";
import type { Scope } from "@/core/scope.ts";
import { isHeld } from "@/features/mandates/index.ts";
import { type Sql, sql } from "@/platform/db/client.ts";

/** Whether the section `s` has somebody in charge. */
export const isLed = (now: Date): Sql => isHeld(sql`'section_leader'`, sql`s.scope`, now);

/** "section", "federation" or "national": how deep a scope is. */
export type Level = "section" | "federation" | "national";
const levels: readonly Level[] = ["national", "federation", "section"];

/** The level of a scope by the length of its path. */
export const levelOf = (scope: Scope): Level => levels[scope.split("/").length - 1] ?? "section";

/** What follows from a recorded fact: nobody's act. */
export const byTheSystem = (actor: Actor): Decision => (actor.kind === "system" ? allow : hide);

import type { Actor } from "@/core/actor.ts";
import { allow, type Decision, hide } from "@/core/decision.ts";
import { isHeld } from "@/features/mandates/index.ts";
import { type Sql, sql } from "@/platform/db/client.ts";

/** Whether the section `s` has somebody in charge. */
export const isLed = (now: Date): Sql => isHeld(sql`'section_leader'`, sql`s.scope`, now);

/** What follows from a recorded fact: nobody's act. */
export const byTheSystem = (actor: Actor): Decision => (actor.kind === "system" ? allow : hide);

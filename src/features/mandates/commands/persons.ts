import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { lockSubject, type Subject } from "@/features/accounts/index.ts";
import { isSuspended, managedMembers, profileOf, visibleProfiles } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { staffRoles } from "../mandate.policy.ts";

export type Person = Subject & { suspended: boolean };

/** Another member under lock: one that the actor answers for, or whose card she sees; else `not_found`. */
export async function lockPerson(tx: Tx, actor: Actor, memberId: string): Promise<Person> {
  const subject = await lockSubject(tx, memberId);
  const [row] = await tx.$queryRaw<{ suspended: boolean }[]>(sql`
    select ${isSuspended(clock.now())} as suspended from member m ${profileOf}
    where m.id = ${memberId} and (${managedMembers(actor, staffRoles)} or ${visibleProfiles(actor)})`);
  if (!row) throw new AppError("not_found", "absent");
  return { ...subject, suspended: row.suspended };
}

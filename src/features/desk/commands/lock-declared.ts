import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import type { Scope } from "@/core/scope.ts";
import { managedMembers } from "@/features/profiles/index.ts";
import { sql, type Tx } from "@/platform/db/client.ts";

/** A member that the actor answers for, under lock, and whether her claim to be an adherent still waits. */
export async function lockDeclared(
  tx: Tx,
  actor: Actor,
  memberId: string,
): Promise<{ id: string; scope: Scope; declared: boolean }> {
  const [row] = await tx.$queryRaw<{ id: string; scope: Scope; declared: boolean }[]>(sql`
    select m.id, s.scope, m.claim = 'adherent' and m.adherent_since is null as declared
    from member m join section s on s.id = m.section_id
    where m.id = ${memberId} and ${managedMembers(actor)} for no key update of m`);
  if (!row) throw new AppError("not_found", "absent");
  return row;
}

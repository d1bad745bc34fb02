import type { Member } from "@/core/actor.ts";
import { Blocking } from "@/features/coopains/components/coopain-actions.tsx";
import { getTie } from "@/features/coopains/index.ts";
import { toAppError } from "@/platform/db/errors.ts";

/** Blocking the other of two, where it is not done yet: the same words as on her profile. */
export async function BlockOther({ member, other }: { member: Member; other: { id: string; name: string } }) {
  const tie = await getTie(member, other.id).catch((error: unknown) => {
    if (toAppError(error).code === "not_found") return null; // one of the two blocked the other, or her card is closed
    throw error;
  });
  if (tie?.can.block) return <Blocking member={other} />;
  return (
    <p className="max-w-[60ch] text-ink-2">
      Vous ne voyez plus vos profils l’un de l’autre. Ce qui s’est écrit ici reste à lire, et rien de plus ne s’écrit.
    </p>
  );
}

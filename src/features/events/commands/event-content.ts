import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { reasons } from "@/core/reasons.ts";
import { zoneOfFederation, zoneOfScope } from "@/core/zoned-time.ts";
import { visibleDebates } from "@/features/debates/index.ts";
import type { ShiftPlan } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { audienceScope, type EventKind, eventMoments, shiftMoments } from "../event.rules.ts";
import type { EventContent } from "../event.schema.ts";

const wrong = (fields: Record<string, string>) => new AppError("invalid", "bad_input", { fields });

/** Its zone is that of its commune; of its territory where it has none. */
async function zoneOf(tx: Tx, scope: string, communeCode: string | null): Promise<string> {
  if (!communeCode) return zoneOfScope(scope);
  const commune = await tx.commune.findUnique({ where: { code: communeCode }, select: { federationId: true } });
  if (!commune) throw wrong({ communeCode: reasons.unknown_commune });
  return zoneOfFederation(commune.federationId);
}

/** The moments of its shifts, in the order of time. */
function planned({ day, shifts }: EventContent, zone: string): ShiftPlan[] {
  const plans = shifts.map(({ id, label, day: own, from, to, needed, maximum }, index) => {
    const moments = shiftMoments({ day: own ?? day, from, to }, zone);
    if (!moments) throw wrong({ [`shifts.${index}.from`]: "Cette heure n’existe pas ce jour-là." });
    return { ...(id && { id }), label, needed, maximum, ...moments };
  });
  return plans.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.endsAt.getTime() - b.endsAt.getTime());
}

/**
 * An event's columns and its shifts from what was asked: its zone, its hours, the debate that it may be about.
 * `known`: whether people are asked to come, and so must be told where and when. Throws `invalid`.
 */
export async function readContent(
  tx: Tx,
  actor: Actor,
  input: EventContent,
  { scope, kind, known }: { scope: string; kind: EventKind; known: boolean },
) {
  const zone = await zoneOf(tx, scope, input.communeCode);
  const shifts = planned(input, zone);
  const moments = eventMoments(shifts);
  if (!moments) throw wrong({ day: "Un événement dure quinze jours au plus." });
  if (known && moments.endsAt <= clock.now()) throw wrong({ day: "Ce moment est déjà passé." });
  if (known && !input.communeCode && !input.onlineUrl)
    throw wrong({ communeCode: "Dis où c’est : une commune, ou un lien pour venir en ligne." });
  const { title, description, communeCode, address, meetingPoint, onlineUrl, audience, adherentsOnly } = input;
  const place = communeCode
    ? { address, meetingPoint, latitude: input.latitude, longitude: input.longitude }
    : { address: "", meetingPoint: "", latitude: null, longitude: null };
  return {
    shifts,
    columns: {
      ...{ title, description, zone, ...moments, communeCode, ...place, onlineUrl, audience, adherentsOnly },
      audienceScope: audienceScope(audience, scope),
      debateId: kind === "debate" ? await debateOf(tx, actor, input.debateId) : null,
    },
  };
}

export type ReadContent = Awaited<ReturnType<typeof readContent>>;

/** The debate that it is about: one that she sees. */
async function debateOf(tx: Tx, actor: Actor, debateId: string | null): Promise<string | null> {
  if (!debateId) return null;
  const seen = await tx.$queryRaw<unknown[]>(sql`
    select 1 from debate d where d.id = ${debateId} and ${visibleDebates(actor)}`);
  if (seen.length === 0) throw wrong({ debateId: "Choisis un débat de la liste." });
  return debateId;
}

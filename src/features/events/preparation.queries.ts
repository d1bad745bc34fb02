import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import type { CardView } from "@/features/profiles/index.ts";
import { type CoSectionsView, findPlacesToAsk, getCoSections } from "./co-section.queries.ts";
import { type ContactView, getContact } from "./contact.queries.ts";
import { getInvitees, type InviteesView } from "./invitee.queries.ts";
import { getOrganisers, listEventCandidates, type OrganisersView } from "./organiser.queries.ts";

const LEAST = 2;

/** All that those who run an event prepare it with, and what they look for by name. */
export type PreparationView = {
  organisers: OrganisersView;
  contact: ContactView;
  invitees: InviteesView;
  coSections: CoSectionsView;
  /** A person looked for: to organise, to be called, or to be invited. */
  person: { pour: string; q: string; found: CardView[] } | null;
  place: { q: string; found: { scope: string; name: string }[] } | null;
};

/** For those who run an event alone. Throws `not_found` for anybody else. */
export async function getPreparation(
  actor: Actor,
  eventId: string,
  search: Readonly<Record<string, unknown>>,
): Promise<PreparationView> {
  const { pour } = search;
  const q = typeof search.q === "string" ? search.q.trim().slice(0, 80) : "";
  const looks = q.length >= LEAST;
  const [organisers, contact, invitees, coSections] = await Promise.all([
    getOrganisers(actor, eventId),
    getContact(actor, eventId),
    getInvitees(actor, eventId),
    getCoSections(actor, eventId),
  ]);
  if (!contact) throw new AppError("not_found", "absent");
  const person = typeof pour === "string" && pour !== "avec" && looks ? pour : null;
  return {
    ...{ organisers, contact, invitees, coSections },
    person:
      person === null
        ? null
        : { pour: person, q, found: await listEventCandidates(actor, { id: eventId, q, pour: person }) },
    place: pour === "avec" && looks ? { q, found: await findPlacesToAsk(actor, eventId, q) } : null,
  };
}

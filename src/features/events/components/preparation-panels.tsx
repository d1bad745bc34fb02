import type { PreparationView } from "../preparation.queries.ts";
import { CoSectionsPanel } from "./co-sections-panel.tsx";
import { ContactPanel } from "./contact-panel.tsx";
import { InviteesPanel } from "./invitees-panel.tsx";
import { OrganisersPanel } from "./organisers-panel.tsx";

/** Who prepares an event, whom to call, who is invited, and with which territories. */
export function PreparationPanels({ preparation, me }: { preparation: PreparationView; me: string | null }) {
  const { organisers, contact, invitees, coSections, person, place } = preparation;
  return (
    <>
      <OrganisersPanel view={organisers} me={me} asked={person} />
      <ContactPanel contact={contact} me={me} asked={person} />
      <InviteesPanel view={invitees} asked={person} />
      <CoSectionsPanel view={coSections} asked={place} />
    </>
  );
}

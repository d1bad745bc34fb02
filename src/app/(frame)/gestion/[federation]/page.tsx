import type { Metadata } from "next";
import { covers } from "@/core/scope.ts";
import { FederationDeskPage } from "@/features/desk/components/desk-federation-page.tsx";
import { DeskSection } from "@/features/desk/components/desk-parts.tsx";
import { getFederationDesk } from "@/features/desk/desk-federation.queries.ts";
import { CoSectionRequests } from "@/features/events/components/co-section-requests.tsx";
import { EventProposals } from "@/features/events/components/event-proposals.tsx";
import { listCoSectionRequests, listProposals } from "@/features/events/index.ts";
import { HandoverRow } from "@/features/mandates/components/handover-panel.tsx";
import { listHandoversToConfirm } from "@/features/mandates/index.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";
import { List } from "@/ui/list.tsx";

export const metadata: Metadata = { title: "Gestion de la fédération" };

type Props = {
  params: Promise<{ federation: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireMember();
  const desk = await orNotFound(getFederationDesk(actor, (await params).federation, await searchParams));
  const handovers = (await listHandoversToConfirm(actor)).filter(({ scope }) => covers(desk.federation.scope, scope));
  const [requests, proposals] = await Promise.all([
    listCoSectionRequests(actor, desk.federation.scope),
    listProposals(actor, desk.federation.scope),
  ]);
  return (
    <FederationDeskPage desk={desk} now={clock.now()}>
      {proposals.length > 0 && (
        <DeskSection id="propositions" title="Événements proposés">
          <EventProposals proposals={proposals} now={clock.now()} />
        </DeskSection>
      )}
      {requests.length > 0 && (
        <DeskSection id="avec" title="Organiser ensemble">
          <CoSectionRequests requests={requests} />
        </DeskSection>
      )}
      {handovers.length > 0 && (
        <DeskSection id="passations" title="Passations à confirmer">
          <List>
            {handovers.map((handover) => (
              <HandoverRow key={handover.id} handover={handover} />
            ))}
          </List>
        </DeskSection>
      )}
    </FederationDeskPage>
  );
}

import type { Metadata } from "next";
import { cache } from "react";
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

type Props = {
  params: Promise<{ federation: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ params, searchParams }: Props) =>
  orNotFound(getFederationDesk(await requireMember(), (await params).federation, await searchParams)),
);

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: "Gestion de la fédération" };
}

export default async function Page(props: Props) {
  const [desk, actor] = [await load(props), await requireMember()];
  const open = await listHandoversToConfirm(actor);
  const handovers = open.filter(({ scope }) => covers(desk.federation.scope, scope));
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

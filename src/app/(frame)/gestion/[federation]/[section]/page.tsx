import type { Metadata } from "next";
import { cache } from "react";
import { SectionDeskPage } from "@/features/desk/components/desk-page.tsx";
import { DeskSection } from "@/features/desk/components/desk-parts.tsx";
import { getSectionDesk } from "@/features/desk/desk.queries.ts";
import { CoSectionRequests } from "@/features/events/components/co-section-requests.tsx";
import { EventProposals } from "@/features/events/components/event-proposals.tsx";
import { listCoSectionRequests, listProposals } from "@/features/events/index.ts";
import { HandoverPanel } from "@/features/mandates/components/handover-panel.tsx";
import { findHandover } from "@/features/mandates/index.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = {
  params: Promise<{ federation: string; section: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ params, searchParams }: Props) =>
  orNotFound(getSectionDesk(await requireMember(), await params, await searchParams)),
);

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: "Gestion de la section" };
}

export default async function Page(props: Props) {
  const [desk, actor] = [await load(props), await requireMember()];
  const { scope } = desk.section;
  const [handover, requests, proposals] = await Promise.all([
    findHandover(actor, scope),
    listCoSectionRequests(actor, scope),
    listProposals(actor, scope),
  ]);
  const now = clock.now();
  return (
    <SectionDeskPage desk={desk} me={actor.id} now={now}>
      {proposals.length > 0 && (
        <DeskSection id="propositions" title="Événements proposés">
          <EventProposals proposals={proposals} now={now} />
        </DeskSection>
      )}
      {requests.length > 0 && (
        <DeskSection id="avec" title="Organiser ensemble">
          <CoSectionRequests requests={requests} />
        </DeskSection>
      )}
      <HandoverPanel panel={handover} now={now} />
    </SectionDeskPage>
  );
}

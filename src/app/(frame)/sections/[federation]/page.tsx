import type { Metadata } from "next";
import { cache } from "react";
import { ofPlace } from "@/core/french-places.ts";
import { paths } from "@/core/paths.ts";
import { zoneOfScope } from "@/core/zoned-time.ts";
import { ScopeEvents } from "@/features/agenda/components/scope-events.tsx";
import { listEventsOfScope } from "@/features/agenda/index.ts";
import { ScopeDebates } from "@/features/debates/components/scope-debates.tsx";
import { listDebatesOfScope } from "@/features/debates/index.ts";
import { creationRight } from "@/features/events/index.ts";
import { FederationPage } from "@/features/sections/components/federation-page.tsx";
import { getFederation } from "@/features/sections/index.ts";
import { clock } from "@/platform/clock.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";
import { PlaceGroups } from "../place-groups.tsx";

type Props = { params: Promise<{ federation: string }> };
const DEBATES = 6;
const EVENTS = 6;

const load = cache(async (params: Props["params"]) => orNotFound(getFederation(await currentReader(), await params)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const federation = await load(params);
  return {
    title: `Fédération ${ofPlace(federation.name)}`,
    description: `Qui anime la fédération ${ofPlace(federation.name)}, ses sections, son agenda et ses débats.`,
    alternates: { canonical: paths.federation(federation) },
  };
}

export default async function Page({ params }: Props) {
  const federation = await load(params);
  const actor = await currentReader();
  const [events, debates] = await Promise.all([
    listEventsOfScope(actor, federation.scope, EVENTS),
    listDebatesOfScope(actor, federation.scope, DEBATES),
  ]);
  return (
    <FederationPage
      federation={federation}
      agenda={
        <ScopeEvents
          events={events}
          isMember={federation.isMember}
          create={creationRight(actor, federation.scope) && paths.newEvent}
          zone={zoneOfScope(federation.scope)}
        />
      }
      groups={<PlaceGroups actor={actor} scope={federation.scope} title="Le mur de la fédération" />}
      debates={<ScopeDebates debates={debates} now={clock.now().getTime()} isMember={federation.isMember} />}
    />
  );
}

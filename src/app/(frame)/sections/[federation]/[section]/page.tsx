import type { Metadata } from "next";
import { cache } from "react";
import { paths } from "@/core/paths.ts";
import { zoneOfScope } from "@/core/zoned-time.ts";
import { ScopeEvents } from "@/features/agenda/components/scope-events.tsx";
import { listEventsOfScope } from "@/features/agenda/index.ts";
import { ScopeDebates } from "@/features/debates/components/scope-debates.tsx";
import { listDebatesOfScope } from "@/features/debates/index.ts";
import { creationRight } from "@/features/events/index.ts";
import { SectionPage } from "@/features/sections/components/section-page.tsx";
import { getSection } from "@/features/sections/index.ts";
import { clock } from "@/platform/clock.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";
import { PlaceGroups } from "../../place-groups.tsx";

type Props = {
  params: Promise<{ federation: string; section: string }>;
  searchParams: Promise<{ apres?: string | string[] }>;
};
const DEBATES = 6;
const EVENTS = 6;

/** The page's one query, shared with its metadata. */
const load = cache(async ({ params, searchParams }: Props) => {
  const [actor, names, { apres }] = await Promise.all([currentReader(), params, searchParams]);
  return orNotFound(getSection(actor, { ...names, apres }));
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { name, federation, href } = await load(props);
  return {
    title: `Section ${name}`,
    description: `La section ${name} (${federation.name}) : qui l’anime, son agenda, ses débats, comment lui écrire.`,
    alternates: { canonical: href },
  };
}

export default async function Page(props: Props) {
  const section = await load(props);
  const actor = await currentReader();
  const [events, debates] = await Promise.all([
    listEventsOfScope(actor, section.scope, EVENTS),
    listDebatesOfScope(actor, section.scope, DEBATES),
  ]);
  return (
    <SectionPage
      section={section}
      agenda={
        <ScopeEvents
          events={events}
          isMember={section.isMember}
          create={creationRight(actor, section.scope) && paths.newEvent}
          zone={zoneOfScope(section.scope)}
        />
      }
      groups={<PlaceGroups actor={actor} scope={section.scope} title="Le mur de la section" />}
      debates={<ScopeDebates debates={debates} now={clock.now().getTime()} isMember={section.isMember} />}
    />
  );
}

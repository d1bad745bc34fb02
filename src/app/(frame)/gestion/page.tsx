import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { paths } from "@/core/paths.ts";
import { NATIONAL } from "@/core/scope.ts";
import { EventProposals } from "@/features/events/components/event-proposals.tsx";
import { listProposals } from "@/features/events/index.ts";
import { NationalConsolePage } from "@/features/mandates/components/national-console-page.tsx";
import { findConsole, getNationalConsole } from "@/features/mandates/console.queries.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";
import { SectionHeading } from "@/ui/section-heading.tsx";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ searchParams }: Props) => {
  const actor = await requireMember();
  const to = findConsole(actor);
  if (!to) notFound();
  if (to !== paths.console("national")) redirect(to);
  return orNotFound(getNationalConsole(actor, await searchParams));
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: "Gestion nationale" };
}

export default async function Page(props: Props) {
  const [view, actor] = [await load(props), await requireMember()];
  const proposals = await listProposals(actor, NATIONAL, { alone: true });
  const part = (
    <section aria-labelledby="evenements-proposes">
      <SectionHeading
        id="evenements-proposes"
        title="Événements proposés"
        note="Ni leur section ni leur fédération n’ont quelqu’un pour répondre."
      />
      <EventProposals proposals={proposals} now={clock.now()} />
    </section>
  );
  const also = proposals.length > 0 ? { count: proposals.length, part } : null;
  return <NationalConsolePage view={view} now={clock.now()} also={also} />;
}

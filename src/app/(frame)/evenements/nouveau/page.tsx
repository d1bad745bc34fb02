import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { CommuneField } from "@/features/accounts/components/commune-field.tsx";
import { KindChoice } from "@/features/events/components/kind-choice.tsx";
import { NewEventPage } from "@/features/events/components/new-event-page.tsx";
import { getNewEvent } from "@/features/events/index.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { mapTiles } from "../map-tiles.ts";

export const metadata: Metadata = { title: "Organiser un événement", robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** First what, by links; then one short form. */
export default async function Page({ searchParams }: Props) {
  const [member, { type, comme, groupe }] = await Promise.all([requireMember(), searchParams]);
  const asked = await getNewEvent(member, { type, comme, groupe });
  if (asked.step === "kind") return <KindChoice last={asked.last} proposes={asked.proposes} group={asked.group} />;
  const { step: _, ...form } = asked;
  return (
    <NewEventPage
      me={member.id}
      home={member.section.scope}
      formKey={randomUUID()}
      CommuneField={CommuneField}
      tiles={mapTiles()}
      {...form}
    />
  );
}

import type { Metadata } from "next";
import { idOf } from "@/core/paths.ts";
import { CommuneField } from "@/features/accounts/components/commune-field.tsx";
import { EditEventPage } from "@/features/events/components/edit-event-page.tsx";
import { getEventToEdit, listLinkableDebates } from "@/features/events/index.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";
import { mapTiles } from "../../map-tiles.ts";

export const metadata: Metadata = { title: "Modifier l’événement", robots: { index: false } };

type Props = { params: Promise<{ evenement: string }> };

export default async function Page({ params }: Props) {
  const [{ evenement }, actor] = await Promise.all([params, currentReader()]);
  const edit = await orNotFound(getEventToEdit(actor, idOf(evenement) ?? ""));
  const debates =
    edit.event.kind === "debate"
      ? await listLinkableDebates(actor, { scope: edit.scope, debate: edit.event.debate })
      : [];
  return <EditEventPage edit={edit} debates={debates} CommuneField={CommuneField} tiles={mapTiles()} slots={{}} />;
}

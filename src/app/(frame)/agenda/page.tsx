import type { Metadata } from "next";
import { AgendaPage } from "@/features/agenda/components/agenda-page.tsx";
import { getAgenda } from "@/features/agenda/index.ts";
import { currentReader } from "@/platform/next/current-actor.ts";

export const metadata: Metadata = {
  title: "Agenda",
  description: "Réunions, débats, formations et actions de terrain : ce qui se prépare, et où il manque du monde.",
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const [actor, asked] = await Promise.all([currentReader(), searchParams]);
  return <AgendaPage agenda={await getAgenda(actor, asked)} isMember={actor.kind === "member"} />;
}

import type { Metadata } from "next";
import { DebateList } from "@/features/debates/components/debate-list.tsx";
import { canOpenSomewhere, listDebates } from "@/features/debates/index.ts";
import { clock } from "@/platform/clock.ts";
import { currentReader } from "@/platform/next/current-actor.ts";

export const metadata: Metadata = {
  title: "Débats",
  description: "Les débats en cours, à venir et terminés : le pour, le contre, et ce que les membres en pensent.",
};

export default async function DebatesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [actor, asked] = await Promise.all([currentReader(), searchParams]);
  const list = await listDebates(actor, asked);
  return (
    <DebateList
      list={list}
      now={clock.now().getTime()}
      isMember={actor.kind === "member"}
      canOpen={canOpenSomewhere(actor)}
    />
  );
}

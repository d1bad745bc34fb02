import type { Metadata } from "next";
import { DebateList } from "@/features/debates/components/debate-list.tsx";
import { listDebates } from "@/features/debates/index.ts";
import { clock } from "@/platform/clock.ts";
import { currentReader } from "@/platform/next/current-actor.ts";

export const metadata: Metadata = {
  title: "Débats",
  description: "Les débats en cours, à venir et clos : le pour, le contre, et ce que les membres en pensent.",
};

export default async function DebatesPage() {
  const actor = await currentReader();
  return (
    <DebateList debates={await listDebates(actor)} now={clock.now().getTime()} isMember={actor.kind === "member"} />
  );
}

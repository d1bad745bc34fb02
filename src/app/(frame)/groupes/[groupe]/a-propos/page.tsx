import type { Metadata } from "next";
import { paths } from "@/core/paths.ts";
import { GroupEndings, Keepers, Visits } from "@/features/groups/components/about-parts.tsx";
import { GroupAbout } from "@/features/groups/components/group-about.tsx";
import { groupTitle } from "@/features/groups/components/group-words.ts";
import { getGroupAbout } from "@/features/groups/index.ts";
import { clock } from "@/platform/clock.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { GroupScreen } from "../group-screen.tsx";
import { loadGroup, loadGroupAt } from "../load-group.ts";

type Props = { params: Promise<{ groupe: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const group = await loadGroup((await params).groupe);
  return { title: `À propos · ${groupTitle(group)}`, robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const group = await loadGroupAt((await params).groupe, paths.groupAbout);
  const actor = await currentReader();
  const about = await getGroupAbout(actor, group);
  return (
    <GroupScreen group={group} current="a-propos">
      <GroupAbout group={group}>
        <Keepers keepers={about.keepers} />
      </GroupAbout>
      <div className="mt-8 grid gap-8">
        <Visits visits={about.visits} now={clock.now().getTime()} />
        {actor.kind === "member" && <GroupEndings group={group} />}
      </div>
    </GroupScreen>
  );
}

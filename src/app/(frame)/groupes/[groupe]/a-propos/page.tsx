import type { Metadata } from "next";
import { paths } from "@/core/paths.ts";
import { GroupAbout } from "@/features/groups/components/group-about.tsx";
import { groupTitle } from "@/features/groups/components/group-words.ts";
import { GroupScreen } from "../group-screen.tsx";
import { loadGroup, loadGroupAt } from "../load-group.ts";

type Props = { params: Promise<{ groupe: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const group = await loadGroup((await params).groupe);
  return { title: `À propos · ${groupTitle(group)}`, robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const group = await loadGroupAt((await params).groupe, paths.groupAbout);
  return (
    <GroupScreen group={group} current="a-propos">
      <GroupAbout group={group} />
    </GroupScreen>
  );
}

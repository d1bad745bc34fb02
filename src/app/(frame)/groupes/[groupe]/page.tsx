import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { paths } from "@/core/paths.ts";
import { groupTitle } from "@/features/groups/components/group-words.ts";
import { Wall } from "@/features/posts/components/wall.tsx";
import { getWriter, listWall } from "@/features/posts/index.ts";
import { clock } from "@/platform/clock.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { GroupScreen } from "./group-screen.tsx";
import { loadGroup, loadGroupAt } from "./load-group.ts";

type Props = {
  params: Promise<{ groupe: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const group = await loadGroup((await params).groupe);
  return { title: groupTitle(group), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const group = await loadGroupAt((await params).groupe, paths.group);
  const [actor, { apres }] = await Promise.all([currentReader(), searchParams]);
  const after = typeof apres === "string" ? apres : null;
  const [wall, me] = await Promise.all([group.reads ? listWall(actor, group.id, after) : null, getWriter(actor)]);
  return (
    <GroupScreen group={group} current="mur">
      {wall && (
        <Wall
          key={after}
          group={{ id: group.id, slug: group.slug, name: group.name }}
          me={me}
          may={{
            post: group.can.post,
            markForAdherents: actor.kind === "member" && actor.adherent && !group.adherentsOnly,
          }}
          first={wall}
          after={after}
          clientId={randomUUID()}
          now={clock.now().getTime()}
        />
      )}
    </GroupScreen>
  );
}

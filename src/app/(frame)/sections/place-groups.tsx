import type { Actor } from "@/core/actor.ts";
import { GroupsOfPlace } from "@/features/groups/components/groups-of-place.tsx";
import { findGroupsOfPlace } from "@/features/groups/index.ts";
import { PlaceWall } from "@/features/posts/components/place-wall.tsx";
import { listNewestPosts } from "@/features/posts/index.ts";
import { clock } from "@/platform/clock.ts";

const POSTS = 2;

/** What a place's page shows of its groups: the end of its own wall, for who reads it, and the groups formed there. */
export async function PlaceGroups({ actor, scope, title }: { actor: Actor; scope: string; title: string }) {
  const found = await findGroupsOfPlace(actor, scope);
  if (!found) return null;
  const { own, formed } = found;
  const posts = own ? await listNewestPosts(actor, own.id, POSTS) : [];
  return (
    <>
      {own && <PlaceWall title={title} group={own} posts={posts} now={clock.now().getTime()} />}
      <GroupsOfPlace groups={formed} />
    </>
  );
}

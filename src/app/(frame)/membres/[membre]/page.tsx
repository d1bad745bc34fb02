import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { idOf, paths } from "@/core/paths.ts";
import { ActivityWords } from "@/features/activity/components/activity-words.tsx";
import { getActivity } from "@/features/activity/index.ts";
import { CoopainActions } from "@/features/coopains/components/coopain-actions.tsx";
import { LiveRefresh } from "@/features/coopains/components/live-coopains.tsx";
import { getTie } from "@/features/coopains/index.ts";
import { GroupsOfMember } from "@/features/groups/components/groups-of-member.tsx";
import { listGroupsOfMember } from "@/features/groups/index.ts";
import { reachOf } from "@/features/messages/index.ts";
import { ProfilePosts } from "@/features/posts/components/profile-posts.tsx";
import { getPublishing, getWriter, listProfilePosts } from "@/features/posts/index.ts";
import { ProfilePage } from "@/features/profiles/components/profile-page.tsx";
import { circleOf, SeenAs } from "@/features/profiles/components/seen-as.tsx";
import { getProfile, getProfileAs } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";
import { ButtonLink } from "@/ui/button.tsx";

type Props = {
  params: Promise<{ membre: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The page's query, shared with its metadata. */
const load = cache(async ({ params }: Props) => {
  const actor = await currentReader();
  return { actor, profile: await orNotFound(getProfile(actor, idOf((await params).membre) ?? "")) };
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { profile } = await load(props);
  return { title: profile.name, robots: { index: false, follow: false } };
}

export default async function Page(props: Props) {
  const { actor, profile } = await load(props);
  if (profile.href !== `${paths.directory}/${(await props.params).membre}`) permanentRedirect(profile.href);
  const { comme, publications } = await props.searchParams;
  const circle = profile.own ? circleOf(comme) : null;
  const after = typeof publications === "string" ? publications : null;
  const [shown, activity, tie, posts, groups, mine, reach] = await Promise.all([
    circle ? getProfileAs(actor, circle) : profile,
    getActivity(actor, profile.id, circle),
    orNotFound(getTie(actor, profile.id)),
    orNotFound(listProfilePosts(actor, profile.id, after, circle)),
    // As others see her: what her groups tell is told within them.
    circle ? [] : listGroupsOfMember(actor, profile.id),
    profile.own && !circle ? Promise.all([getWriter(actor), getPublishing(actor)]) : null,
    profile.own ? ("no" as const) : reachOf(actor, profile.id),
  ]);
  const edit = profile.own && !circle && <ButtonLink href={paths.editProfile}>Modifier</ButtonLink>;
  const ties = actor.kind === "member" && !profile.own && (
    <>
      {reach !== "no" && (
        <ButtonLink
          href={paths.writeTo(profile)}
          variant={tie.state === "coopains" ? "primary" : "secondary"}
          icon="mail"
        >
          Écrire
        </ButtonLink>
      )}
      <CoopainActions tie={tie} member={profile} />
    </>
  );
  return (
    <>
      {actor.kind === "member" && !profile.own && <LiveRefresh memberId={actor.id} />}
      {profile.own && <SeenAs href={profile.href} circle={circle} found={shown !== null} />}
      {shown ? (
        <ProfilePage
          profile={shown}
          now={clock.now()}
          actions={edit || ties}
          activity={activity && <ActivityWords activity={activity} />}
          groups={groups.length > 0 && <GroupsOfMember groups={groups} />}
        />
      ) : (
        <h1 className="sr-only">{profile.name}</h1>
      )}
      {shown && (
        <ProfilePosts
          href={profile.href}
          wall={posts}
          mine={mine?.[0] ? { me: mine[0], publishing: mine[1] } : null}
          later={after !== null}
          clientId={randomUUID()}
          now={clock.now().getTime()}
        />
      )}
    </>
  );
}

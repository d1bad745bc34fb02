import Link from "next/link";
import { ActForm } from "@/ui/act-form.tsx";
import { buttonClasses } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import { withdrawPostsAction } from "../post.actions.ts";
import type { PublishingView, WallView, WriterView } from "../post.views.ts";
import { Composer } from "./composer.tsx";
import { profileDraft } from "./drafts.ts";
import { PostCard } from "./post-card.tsx";
import { AudienceField } from "./where-field.tsx";

/** What a member says on her own profile. Absent for others while she says nothing to them. */
export function ProfilePosts({
  href,
  wall,
  mine,
  later,
  clientId,
  now,
}: {
  /** The profile's page. */
  href: string;
  wall: WallView;
  /** On one's own: who writes, and what of it may be public. */
  mine: { me: WriterView; publishing: PublishingView } | null;
  /** This is a page further down: nothing is written there. */
  later: boolean;
  clientId: string;
  now: number;
}) {
  if (!mine && wall.posts.length === 0) return null;
  return (
    <section id="publications" aria-labelledby="posts-title" className="mt-10 scroll-mt-20">
      <SectionHeading id="posts-title" title="Publications" />
      <div className="grid max-w-2xl gap-4">
        {mine && !later && (
          <Composer
            me={mine.me}
            draftKey={profileDraft(mine.me.id)}
            clientId={clientId}
            fields={{}}
            label="Publier sur ton profil"
            placeholder="Une idée, un récit, un coup de main à proposer ?"
          >
            <AudienceField publishing={mine.publishing} />
          </Composer>
        )}
        {wall.posts.map((post) => (
          <PostCard key={post.id} post={post} now={now} place="profile" />
        ))}
        {wall.posts.length === 0 && (
          <EmptyState title="Ton carnet est vide">
            Ce que tu publies ici se lit sur ton profil, par les personnes que tu choisis.
          </EmptyState>
        )}
        {wall.next && (
          <p className="flex justify-center">
            <Link
              href={`${href}?publications=${wall.next}#publications`}
              prefetch={false}
              className={buttonClasses({ variant: "secondary" })}
            >
              Voir plus
            </Link>
          </p>
        )}
        {mine?.publishing.onTheWeb && (
          <div className="grid gap-2 rounded-card border border-line bg-sunken px-4 py-4 sm:px-5">
            <p className="text-note text-ink-2">
              Certaines de tes publications sont lisibles par tout le monde, sur le web. Retirées, elles restent
              lisibles par les membres.
            </p>
            <ActForm
              action={withdrawPostsAction}
              fields={{}}
              said="Tes publications ne sont plus sur le web."
              variant="secondary"
              size="compact"
            >
              Les retirer du web
            </ActForm>
          </div>
        )}
      </div>
    </section>
  );
}

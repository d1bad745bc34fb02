import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { PostView } from "../post.views.ts";
import { PostCard } from "./post-card.tsx";

/** What was said last on the wall of a place, on its page. */
export function PlaceWall({
  title,
  group,
  posts,
  now,
}: {
  title: string;
  group: { id: string; slug: string };
  posts: readonly PostView[];
  /** Milliseconds. */
  now: number;
}) {
  const href = paths.group(group);
  return (
    <section aria-labelledby="mur">
      <SectionHeading id="mur" title={title} link={{ href, label: "Tout le mur" }} />
      {posts.length === 0 ? (
        <Card>
          <p>Rien n’y est écrit encore. Une question, une nouvelle du quartier, un coup de main : quelqu’un la lira.</p>
          <div className="mt-3.5">
            <ButtonLink href={href} icon="plus">
              Écrire sur le mur
            </ButtonLink>
          </div>
        </Card>
      ) : (
        <div className="grid items-start gap-3 lg:grid-cols-2">
          {posts.map((post) => (
            <PostCard key={post.id} post={post} now={now} place="wall" />
          ))}
        </div>
      )}
    </section>
  );
}

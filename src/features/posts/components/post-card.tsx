import Link from "next/link";
import { counted } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { Badge } from "@/ui/badge.tsx";
import { classNames } from "@/ui/class-names.ts";
import { Icon } from "@/ui/icons.tsx";
import { PhotoGrid } from "@/ui/photo-grid.tsx";
import { RichText } from "@/ui/rich-text.tsx";
import { reactToPostAction } from "../post.actions.ts";
import { audienceWords } from "../post.rules.ts";
import type { PostView } from "../post.views.ts";
import { PostMenu } from "./post-menu.tsx";
import { PostVideo } from "./post-video.tsx";
import { ReactionBar } from "./reaction-bar.tsx";
import { Moment, Signature } from "./signature.tsx";

const sheet = "rounded-card border bg-card px-4 pt-4 sm:px-5";
/** Above, a card shows the beginning and leads to the rest. */
const LONG = { characters: 1_200, lines: 16 };

/** Where a card stands: a wall does not repeat its group's name, the post's own page shows all of it. */
export type PostPlace = "wall" | "feed" | "profile" | "page";

/** One post: who says what, where, and what the reader may do about it. */
export function PostCard({
  post,
  now,
  place,
  arrives = false,
}: {
  post: PostView;
  /** Milliseconds, of the server's clock. */
  now: number;
  place: PostPlace;
  arrives?: boolean;
}) {
  const page = paths.post(post.id);
  return (
    <article
      id={`p-${post.id}`}
      tabIndex={-1}
      aria-label={`Publication de ${post.author.label}`}
      className={classNames(
        sheet,
        "scroll-mt-24 pb-2",
        post.pinned && place === "wall" ? "border-rose-line" : "border-line",
        arrives && "animate-arrive",
      )}
    >
      <header className="flex items-start gap-2">
        <Signature author={post.author}>
          <Whereabouts post={post} place={place} />
          <Link href={page} prefetch={false} className="text-inherit no-underline hover:underline">
            <Moment at={post.at} now={now} />
          </Link>
          {post.edited && <Edited post={post} page={page} />}
        </Signature>
        <PostMenu post={post} />
      </header>
      <Marks post={post} place={place} />
      <Words post={post} short={place !== "page"} page={page} />
      <Media post={post} />
      {post.shared && <SharedPost shared={post.shared} now={now} />}
      <footer className="mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <ReactionBar
          about={{ postId: post.id }}
          action={reactToPostAction}
          url={paths.api.reactToPost}
          reactions={post.reactions}
          mine={post.mine}
          may={post.can.react}
        />
        {place !== "page" && (post.can.comment || post.commentCount > 0) && (
          <Link
            href={`${page}#commentaires`}
            prefetch={false}
            className="ml-auto inline-flex min-h-11 items-center gap-2 text-note font-semibold text-ink-3 no-underline hover:text-ink"
          >
            <Icon name="debate" size={18} />
            <CommentWords count={post.commentCount} />
          </Link>
        )}
      </footer>
    </article>
  );
}

/** The number alone where the line is short; the word is read all the same. */
function CommentWords({ count }: { count: number }) {
  if (count === 0) return "Commenter";
  return (
    <>
      <span aria-hidden="true" className="sm:hidden">
        {count}
      </span>
      <span className="max-sm:sr-only">{counted(count, "commentaire")}</span>
    </>
  );
}

function Whereabouts({ post, place }: { post: PostView; place: PostPlace }) {
  const { group, author } = post;
  if (group && place !== "wall")
    return (
      <>
        <Link
          href={paths.group(group)}
          prefetch={false}
          className="font-semibold text-ink-2 no-underline hover:underline"
        >
          {group.name}
        </Link>
        {" · "}
      </>
    );
  return author.place && place !== "profile" ? `${author.place} · ` : null;
}

const Edited = ({ post, page }: { post: PostView; page: string }) => (
  <>
    {" · "}
    {post.can.history ? (
      <Link href={`${page}#versions`} prefetch={false} className="text-inherit">
        modifié
      </Link>
    ) : (
      "modifié"
    )}
  </>
);

function Marks({ post, place }: { post: PostView; place: PostPlace }) {
  const pinned = post.pinned && (place === "wall" || place === "page");
  if (!pinned && !post.adherentsOnly && !post.audience) return null;
  return (
    <p className="mt-2.5 flex flex-wrap gap-1.5">
      {pinned && <Badge tone="rose">Épinglée</Badge>}
      {post.adherentsOnly && <Badge tone="amber">Pour les adhérent·e·s</Badge>}
      {post.audience && (place === "page" || post.own) && <Badge>{audienceWords[post.audience]}</Badge>}
    </p>
  );
}

function Words({ post, short, page }: { post: PostView; short: boolean; page: string }) {
  if (post.forMembers) return <p className="mt-3 text-ink-3 italic">Ce qui est montré ici l’est aux membres.</p>;
  if (post.body === "")
    return post.shared || post.photos.length > 0 || post.video ? null : (
      <p className="mt-3 text-ink-3 italic">Ce qui était partagé ici n’existe plus.</p>
    );
  const long = short && (post.body.length > LONG.characters || post.body.split("\n").length > LONG.lines);
  return (
    <>
      <RichText
        source={post.body}
        rich={post.rich}
        className={classNames(
          "mt-3 text-[1.03125rem] leading-[1.52]",
          long && "max-h-80 overflow-hidden mask-[linear-gradient(black_75%,transparent)]",
        )}
      />
      {long && (
        <p>
          <Link
            href={page}
            prefetch={false}
            className="inline-flex min-h-11 items-center font-semibold text-rose-strong"
          >
            Lire la suite
          </Link>
        </p>
      )}
    </>
  );
}

const Media = ({ post: { photos, video } }: { post: PostView }) => (
  <>
    <PhotoGrid photos={photos} of="de la publication" className="mt-3" />
    {video && <PostVideo video={video} />}
  </>
);

/** A post inside another: its words for those who may read it. */
export function SharedPost({ shared, now }: { shared: PostView | "hidden"; now: number }) {
  if (shared === "hidden")
    return (
      <p className="mt-3 rounded-control border border-dashed border-line-strong px-4 py-3 text-note text-ink-3">
        Cette publication n’est pas visible d’ici.
      </p>
    );
  const page = paths.post(shared.id);
  return (
    <blockquote className="mt-3 rounded-control border border-line bg-sunken px-4 py-3">
      <Signature author={shared.author} size="small">
        <Whereabouts post={shared} place="feed" />
        <Link href={page} prefetch={false} className="text-inherit no-underline hover:underline">
          <Moment at={shared.at} now={now} />
        </Link>
      </Signature>
      <Words post={shared} short page={page} />
      <Media post={shared} />
    </blockquote>
  );
}

import { paths } from "@/core/paths.ts";
import { ActForm } from "@/ui/act-form.tsx";
import { BackLink } from "@/ui/back-link.tsx";
import type { PickedMedia } from "../media.rules.ts";
import { editCommentAction, editPostAction, removePostAction } from "../post.actions.ts";
import { BODY_MAX, COMMENT_MAX } from "../post.rules.ts";
import type { CommentsView, PostView, RevisionView } from "../post.views.ts";
import type { Me } from "./composer.tsx";
import { EditForm } from "./edit-form.tsx";
import { Thread } from "./thread.tsx";
import { Versions } from "./versions.tsx";

/** As its form begins, to be changed. */
const pickedOf = ({ photos, video }: PostView): PickedMedia => ({
  photoIds: photos.map(({ id }) => id),
  descriptions: photos.map(({ description }) => description),
  videoId: video?.kind === "file" ? video.id : null,
  videoUrl: video?.kind === "link" ? video.url : null,
});

/** One post with all that is said under it, and the forms that mend or take it away when they are asked for. */
export function PostPage({
  post,
  comments,
  versions,
  commentVersions,
  me,
  asked,
  clientId,
  now,
}: {
  post: PostView;
  comments: CommentsView;
  versions: readonly RevisionView[];
  commentVersions: ReadonlyMap<string, readonly RevisionView[]>;
  me: Me | null;
  /** Of the address: mend the post ("oui") or a comment (its id), take the post away. */
  asked: { edit: string | null; remove: boolean };
  clientId: string;
  now: number;
}) {
  const back = paths.post(post.id);
  const mended = comments.comments.find(({ id, can }) => id === asked.edit && can.edit);
  return (
    <div className="mx-auto grid max-w-2xl gap-4">
      <h1 className="sr-only">Publication de {post.author.label}</h1>
      {post.group ? (
        <BackLink href={paths.group(post.group)}>{post.group.name}</BackLink>
      ) : (
        post.author.href && <BackLink href={post.author.href}>{post.author.label}</BackLink>
      )}
      {asked.edit === "oui" && post.can.edit && (
        <EditForm
          action={editPostAction}
          about={{ postId: post.id }}
          label="Modifier ta publication"
          body={post.body}
          mentions={post.mentions}
          max={BODY_MAX}
          media={pickedOf(post)}
          back={back}
        />
      )}
      {mended && (
        <EditForm
          action={editCommentAction}
          about={{ commentId: mended.id }}
          label="Modifier ton commentaire"
          body={mended.body}
          mentions={mended.mentions}
          max={COMMENT_MAX}
          back={back}
        />
      )}
      {asked.remove && post.can.remove && (
        <div
          id="supprimer"
          className="grid scroll-mt-20 gap-3 rounded-card border border-line-strong bg-sunken px-4 py-4 sm:px-5"
        >
          <p className="font-[650]">Supprimer cette publication ?</p>
          <p className="text-note text-ink-2">Elle disparaît pour tout le monde, avec ses commentaires.</p>
          <ActForm
            action={removePostAction}
            fields={{ postId: post.id }}
            said="La publication est supprimée."
            variant="danger"
          >
            Supprimer
          </ActForm>
        </div>
      )}
      <div>
        <Thread
          post={post}
          comments={comments}
          revisions={Object.fromEntries(commentVersions)}
          me={me}
          clientId={clientId}
          now={now}
        >
          {post.can.history && <Versions id="versions" revisions={versions} />}
        </Thread>
      </div>
    </div>
  );
}

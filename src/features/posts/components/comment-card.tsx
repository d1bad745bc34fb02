import Link from "next/link";
import { paths } from "@/core/paths.ts";
import { ActForm } from "@/ui/act-form.tsx";
import { Confirmed } from "@/ui/confirmed.tsx";
import { RichText } from "@/ui/rich-text.tsx";
import { reactToCommentAction, removeCommentAction } from "../post.actions.ts";
import type { CommentView, RevisionView } from "../post.views.ts";
import { ReactionBar } from "./reaction-bar.tsx";
import { Moment, Signature } from "./signature.tsx";
import { Versions } from "./versions.tsx";

const act = "inline-flex min-h-11 items-center text-note font-semibold text-ink-3 no-underline hover:text-ink";

/** One comment: who, what, and what the reader may do about it. */
export function CommentCard({
  comment,
  revisions,
  now,
}: {
  comment: CommentView;
  revisions: readonly RevisionView[];
  now: number;
}) {
  const { can, id, author } = comment;
  return (
    <article
      id={`c-${id}`}
      tabIndex={-1}
      aria-label={`Commentaire de ${author.label}`}
      className="scroll-mt-24 rounded-card border border-line bg-card px-4 pt-3.5 pb-1.5 sm:px-5"
    >
      <Signature author={author} size="small">
        {author.place && `${author.place} · `}
        <Moment at={comment.at} now={now} />
        {comment.edited && " · modifié"}
      </Signature>
      <RichText source={comment.body} rich={comment.rich} className="mt-2 leading-normal" />
      <div className="mt-1.5 flex flex-wrap items-center gap-x-4">
        <ReactionBar
          about={{ commentId: id }}
          action={reactToCommentAction}
          url={paths.api.reactToComment}
          reactions={comment.reactions}
          mine={comment.mine}
          may={can.react}
        />
        {can.edit && (
          <Link href={`${paths.post(comment.postId)}?modifier=${id}#modifier`} prefetch={false} className={act}>
            Modifier
          </Link>
        )}
        {can.report && (
          <Link href={paths.report("commentaire", id)} prefetch={false} className={act}>
            Signaler
          </Link>
        )}
        {can.remove && (
          <Confirmed label="Supprimer" variant="quiet" size="compact" className="ml-auto">
            <p className="text-note">Le commentaire disparaît pour tout le monde.</p>
            <ActForm
              action={removeCommentAction}
              fields={{ commentId: id }}
              said="Le commentaire est supprimé."
              variant="danger"
              size="compact"
            >
              Supprimer le commentaire
            </ActForm>
          </Confirmed>
        )}
      </div>
      {can.history && <Versions revisions={revisions} />}
    </article>
  );
}

"use client";

import Link from "next/link";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { counted } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { useLiveRoom } from "@/live/client/use-live-room.ts";
import { buttonClasses } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import type { CommentsView, CommentView, PostView, RevisionView } from "../post.views.ts";
import { CommentCard } from "./comment-card.tsx";
import { CommentForm } from "./comment-form.tsx";
import type { Me } from "./composer.tsx";
import { PostCard } from "./post-card.tsx";
import { read } from "./send.ts";

const SPREAD_MS = 600;
/** Pages of comments that are read again at a signal, at most: further on they wait for the next visit. */
const PAGES_MAX = 10;

type Props = {
  post: PostView;
  comments: CommentsView;
  revisions: Readonly<Record<string, readonly RevisionView[]>>;
  me: Me | null;
  clientId: string;
  now: number;
  /** Between the post and its comments. */
  children?: ReactNode;
};

/** A post and what is said under it, kept true while it is read. New comments come after the others: nothing moves. */
export function Thread(props: Props) {
  const live = useThread(props);
  const { post, comments, next, gone } = live;
  if (gone)
    return (
      <p
        role="status"
        className="rounded-card border border-dashed border-line-strong px-4 py-6 text-center text-ink-2"
      >
        Cette publication n’est plus là.
      </p>
    );
  return (
    <>
      {post.group && <LiveGroup groupId={post.group.id} postId={post.id} onChange={live.pull} />}
      <PostCard post={post} now={props.now} place="page" />
      {props.children}
      <section id="commentaires" aria-labelledby="comments-title" className="mt-6 grid scroll-mt-20 gap-4">
        <h2 id="comments-title" className="text-heading" aria-live="polite">
          {post.commentCount > 0 ? counted(post.commentCount, "commentaire") : "Commentaires"}
        </h2>
        {props.me && post.can.comment && (
          <CommentForm me={props.me} postId={post.id} clientId={props.clientId} onSaid={live.said} />
        )}
        {comments.map((comment) => (
          <CommentCard
            key={comment.id}
            comment={comment}
            revisions={props.revisions[comment.id] ?? []}
            now={props.now}
          />
        ))}
        {comments.length === 0 && (
          <EmptyState title="Personne n’a encore répondu">
            {post.can.comment ? "Sois la première ou le premier à le faire." : "Les réponses apparaîtront ici."}
          </EmptyState>
        )}
        {next && (
          <p className="flex justify-center">
            <Link
              href={`${paths.post(post.id)}?apres=${next}#commentaires`}
              prefetch={false}
              onClick={(event) => {
                event.preventDefault();
                void live.more();
              }}
              className={buttonClasses({ variant: "secondary" })}
            >
              Voir la suite
            </Link>
          </p>
        )}
      </section>
    </>
  );
}

/** Hears what becomes of one post of a group. */
function LiveGroup({
  groupId,
  postId,
  onChange,
}: {
  groupId: string;
  postId: string;
  onChange: (spread: number) => void;
}) {
  useLiveRoom({
    room: "group",
    id: groupId,
    onFrame: ({ data }) => ((data as { ids?: string[] }).ids ?? []).includes(postId) && onChange(SPREAD_MS),
    onJoined: () => onChange(0),
  });
  return null;
}

function useThread({ post: given, comments: first }: Props) {
  const [post, setPost] = useState(given);
  const [comments, setComments] = useState<readonly CommentView[]>(first.comments);
  const [next, setNext] = useState(first.next);
  const [gone, setGone] = useState(false);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const shown = useRef(comments);
  useEffect(() => {
    shown.current = comments;
  });
  useEffect(() => () => clearTimeout(waiting.current), []);
  useEffect(() => setPost(given), [given]);
  useEffect(() => {
    setComments(first.comments);
    setNext(first.next);
  }, [first]);

  const pageAfter = useCallback(
    (after: string | null) =>
      read<CommentsView>(`${paths.api.postComments(given.id)}${after ? `?apres=${after}` : ""}`),
    [given.id],
  );

  /** Reads again as many as are shown, and what came after them. */
  const readAgain = useCallback(async () => {
    const fresh = await read<PostView>(paths.api.post(given.id));
    if (fresh === null) return setGone(true);
    if (fresh) setPost(fresh);
    const begin = shown.current[0];
    const all: CommentView[] = [];
    let after: string | null = null;
    for (let page = 0; page < PAGES_MAX; page++) {
      const found: CommentsView | null | undefined = await pageAfter(after);
      if (!found) return;
      all.push(...found.comments);
      after = found.next;
      if (after === null || all.length > shown.current.length) break;
    }
    // A page further on begins where it began.
    const from = begin ? all.filter((one) => one.at > begin.at || (one.at === begin.at && one.id >= begin.id)) : all;
    setComments(from);
    setNext(after);
  }, [given.id, pageAfter]);

  const pull = useCallback(
    (spread: number) => {
      waiting.current ??= setTimeout(() => {
        waiting.current = undefined;
        void readAgain();
      }, Math.random() * spread);
    },
    [readAgain],
  );

  return {
    post,
    comments,
    next,
    gone,
    pull,
    async said(id: string): Promise<void> {
      await readAgain();
      requestAnimationFrame(() => document.getElementById(`c-${id}`)?.focus());
    },
    async more(): Promise<void> {
      const page = next && (await pageAfter(next));
      if (!page) return;
      setComments([...comments, ...page.comments]);
      setNext(page.next);
    },
  };
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { cache } from "react";
import { NoticesSeen } from "@/features/notifications/components/notices-seen.tsx";
import { ForgetDraft } from "@/features/posts/components/forget-draft.tsx";
import { PostPage } from "@/features/posts/components/post-page.tsx";
import { getPost, getWriter, listCommentRevisions, listComments, listPostRevisions } from "@/features/posts/index.ts";
import { clock } from "@/platform/clock.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = {
  params: Promise<{ publication: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The page's query, shared with its metadata. */
const load = cache(async ({ params }: Props) => orNotFound(getPost(await currentReader(), (await params).publication)));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const post = await load(props);
  return { title: `Publication de ${post.author.label}`, robots: { index: false, follow: false } };
}

export default async function Page(props: Props) {
  const [post, actor, { apres, modifier, supprimer }] = await Promise.all([
    load(props),
    currentReader(),
    props.searchParams,
  ]);
  const [comments, versions, commentVersions, me] = await Promise.all([
    orNotFound(listComments(actor, post.id, typeof apres === "string" ? apres : null)),
    listPostRevisions(actor, post.id),
    listCommentRevisions(actor, post.id),
    getWriter(actor),
  ]);
  return (
    <>
      <NoticesSeen actor={actor} what={{ about: post.id }} />
      {me && post.own && <ForgetDraft me={me.id} />}
      <PostPage
        post={post}
        comments={comments}
        versions={versions}
        commentVersions={commentVersions}
        me={me}
        asked={{ edit: typeof modifier === "string" ? modifier : null, remove: supprimer === "oui" }}
        clientId={randomUUID()}
        now={clock.now().getTime()}
      />
    </>
  );
}

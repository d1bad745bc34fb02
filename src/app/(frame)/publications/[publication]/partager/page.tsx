import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { paths } from "@/core/paths.ts";
import { SharedPost } from "@/features/posts/components/post-card.tsx";
import { ShareForm } from "@/features/posts/components/share-form.tsx";
import { getSharing } from "@/features/posts/index.ts";
import { clock } from "@/platform/clock.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";
import { PageHeader } from "@/ui/page-header.tsx";

type Props = { params: Promise<{ publication: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: "Partager une publication", robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const { publication } = await params;
  const me = await requireMember(paths.sharePost(publication));
  const { post, groups, publishing } = await orNotFound(getSharing(me, publication));
  return (
    <div className="mx-auto grid max-w-2xl gap-6">
      <PageHeader title="Partager une publication" />
      <ShareForm
        me={me.id}
        sharedId={post.id}
        groups={groups}
        publishing={publishing}
        clientId={randomUUID()}
        back={paths.post(post.id)}
      />
      <SharedPost shared={post} now={clock.now().getTime()} />
    </div>
  );
}

"use client";

import Link from "next/link";
import { useRef, useState } from "react";
import { paths } from "@/core/paths.ts";
import { Button, buttonClasses } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/choice-field.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import type { WallView } from "../post.views.ts";
import type { ShownPost } from "../wall.feed.ts";
import { Composer, type Me, type Written } from "./composer.tsx";
import { PostCard } from "./post-card.tsx";
import { SentCard } from "./sent-card.tsx";
import { useOutbox } from "./use-outbox.ts";
import { useWall } from "./use-wall.ts";

/** The wall of a group: where one writes, what is pinned, what was said, the newest first. */
export function Wall({
  group,
  me,
  may,
  first,
  after,
  clientId,
  now,
}: {
  group: { id: string; slug: string; name: string };
  /** Null for a visitor. */
  me: Me | null;
  may: { post: boolean; markForAdherents: boolean };
  first: WallView;
  /** Of a page further down, where it begins: nothing is written there. */
  after: string | null;
  clientId: string;
  now: number;
}) {
  const { wall, status, pull, open, more } = useWall(group.id, first, after);
  const { sent, post, again, takeBack } = useOutbox(`coopol:envois:${group.id}:${me?.id ?? ""}`, status, () => pull(0));
  const [returned, setReturned] = useState<Written | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const [looking, setLooking] = useState(false);
  const arrived = new Set([...wall.pinned, ...wall.posts].map((one) => one.clientId));
  const onTheWay = sent.filter((one) => !arrived.has(one.clientId));
  const nothing = wall.posts.length + wall.pinned.length + onTheWay.length + wall.waiting.length === 0;

  function show(): void {
    const newest = wall.waiting[0];
    open();
    requestAnimationFrame(() => document.getElementById(`p-${newest?.id}`)?.focus());
  }

  return (
    <div className="mx-auto grid w-full max-w-2xl gap-4">
      {me && may.post && after === null && (
        <Composer
          me={me}
          draftKey={`coopol:publication:${group.id}:${me.id}`}
          clientId={clientId}
          fields={{ groupId: group.id }}
          label={`Publier dans ${group.name}`}
          placeholder="Quoi de neuf dans le groupe ?"
          onSend={post}
          returned={returned}
        >
          {may.markForAdherents && (
            <Checkbox name="adherentsOnly" value="oui" label="Pour les adhérent·e·s seulement" className="text-note" />
          )}
        </Composer>
      )}
      <div role="status" className="empty:hidden">
        {wall.waiting.length > 0 && (
          <Button variant="secondary" wide onClick={show}>
            {wall.waiting.length === 1 ? "1 nouvelle publication" : `${wall.waiting.length} nouvelles publications`} —
            Afficher
          </Button>
        )}
      </div>
      <div ref={list} className="grid gap-4">
        {onTheWay.map((one) => (
          <SentCard
            key={one.clientId}
            sent={one}
            me={me ?? { id: "", name: "", photo: null }}
            onAgain={() => again(one)}
            onTakeBack={() => {
              takeBack(one.clientId);
              setReturned(one);
            }}
          />
        ))}
        {[...wall.pinned, ...wall.posts].map((one) => (
          <Shown key={one.id} post={one} now={now} />
        ))}
      </div>
      {nothing && <Nothing may={may.post} />}
      {wall.next && (
        <p className="flex justify-center">
          <Link
            href={`${paths.group(group)}?apres=${wall.next}`}
            prefetch={false}
            aria-busy={looking || undefined}
            onClick={async (event) => {
              event.preventDefault();
              if (looking) return;
              setLooking(true);
              await more();
              setLooking(false);
            }}
            className={buttonClasses({ variant: "secondary" })}
          >
            Voir plus
          </Link>
        </p>
      )}
    </div>
  );
}

function Shown({ post, now }: { post: ShownPost; now: number }) {
  if (!post.gone) return <PostCard post={post} now={now} place="wall" />;
  return (
    <p className="rounded-card border border-dashed border-line-strong px-4 py-4 text-note text-ink-3 sm:px-5">
      Cette publication n’est plus là.
    </p>
  );
}

function Nothing({ may }: { may: boolean }) {
  return (
    <EmptyState title="Le mur est encore vide">
      {may
        ? "Dis bonjour, pose une question, raconte la dernière action : les autres le liront ici."
        : "Les publications du groupe apparaîtront ici."}
    </EmptyState>
  );
}

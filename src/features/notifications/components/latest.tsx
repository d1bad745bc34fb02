"use client";

import Link from "next/link";
import { paths } from "@/core/paths.ts";
import { Button } from "@/ui/button.tsx";
import { SkeletonList } from "@/ui/skeleton.tsx";
import type { LatestNoticesView } from "../notice.views.ts";
import { markNoticesRead } from "./mark-read.ts";
import { NoticeText } from "./notice-text.tsx";

/** What the bell opens on a desk: the latest notices, and the way to all of them. */
export function Latest({
  latest,
  failed,
  again,
}: {
  latest: LatestNoticesView | null;
  failed: boolean;
  again: () => void;
}) {
  return (
    <>
      <div className="flex min-h-13 items-center justify-between gap-2 border-b border-line pr-2 pl-4">
        <p className="font-[720]">Notifications</p>
        {latest && latest.unread > 0 && (
          <Button variant="quiet" size="compact" onClick={() => void markNoticesRead({ all: true })}>
            Tout marquer comme lu
          </Button>
        )}
      </div>
      <div className="max-h-[min(30rem,calc(100dvh-10rem))] overflow-y-auto overscroll-contain">
        {latest ? <Lines latest={latest} /> : failed ? <Failed again={again} /> : <Waiting />}
      </div>
      <div className="grid grid-cols-2 border-t border-line">
        <Link
          href={paths.notifications}
          prefetch={false}
          className="grid min-h-12 place-items-center font-[650] text-rose-strong no-underline hover:bg-sunken"
        >
          Tout voir
        </Link>
        <Link
          href={paths.noticeChoices}
          prefetch={false}
          className="grid min-h-12 place-items-center border-l border-line font-[650] text-ink-2 no-underline hover:bg-sunken"
        >
          Régler
        </Link>
      </div>
    </>
  );
}

function Lines({ latest: { notices, now } }: { latest: LatestNoticesView }) {
  if (notices.length === 0)
    return (
      <p className="px-6 py-9 text-center text-ink-2">
        Rien pour l’instant. Ici arrive ce qui te concerne{"\u00a0: "}coopains, débats, événements, groupes.
      </p>
    );
  return (
    <ul className="divide-y divide-line">
      {notices.map((notice) => (
        <li key={notice.id}>
          <Link
            href={notice.href}
            prefetch={false}
            onClick={() => notice.unread && void markNoticesRead({ ids: [notice.id] })}
            className="flex gap-3 px-4 py-3 no-underline hover:bg-sunken focus-visible:outline-offset-[-3px]"
          >
            <NoticeText notice={notice} now={now} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

const Waiting = () => (
  <div className="p-4">
    <SkeletonList count={3} label="Les notifications se chargent…" />
  </div>
);

function Failed({ again }: { again: () => void }) {
  return (
    <div className="grid justify-items-center gap-3 px-6 py-8 text-center text-ink-2">
      <p>La Coopol ne répond pas. Tes notifications t’attendent.</p>
      <Button variant="secondary" size="compact" onClick={again}>
        Réessayer
      </Button>
    </div>
  );
}

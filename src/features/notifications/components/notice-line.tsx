"use client";

import Link from "next/link";
import { paths } from "@/core/paths.ts";
import { RelativeTime } from "@/ui/relative-time.tsx";
import { endKindAction, muteTopicAction, unmuteTopicAction } from "../notice.actions.ts";
import type { NoticeView } from "../notice.views.ts";
import { markNoticesRead } from "./mark-read.ts";
import { NoticeAct } from "./notice-act.tsx";
import { NoticeText } from "./notice-text.tsx";

/** One notice of the centre; under it why it came, and one click to change that. */
export function NoticeLine({ notice, now }: { notice: NoticeView; now: string }) {
  return (
    <li className={notice.unread ? "bg-card" : "bg-card/60"}>
      <Link
        href={notice.href}
        prefetch={false}
        onClick={() => notice.unread && void markNoticesRead({ ids: [notice.id] })}
        className="flex gap-3 px-4 pt-3.5 no-underline hover:underline sm:px-5"
      >
        <NoticeText notice={notice} />
      </Link>
      <details className="group/why px-4 pb-2 sm:px-5">
        <summary className="-mt-1 ml-13 inline-flex min-h-9 flex-wrap items-center gap-x-1.5 text-note text-ink-3 hover:text-ink pointer-coarse:min-h-11">
          <RelativeTime date={notice.at} now={now} />
          <span aria-hidden="true">·</span>
          <span className="underline decoration-line-strong underline-offset-3">Pourquoi je reçois ceci</span>
        </summary>
        <div className="mt-1 mb-2 grid justify-items-start sm:ml-13 gap-3 rounded-control bg-sunken px-4 py-3.5">
          <p className="text-[0.9375rem]">{notice.why}</p>
          <div className="flex flex-wrap items-center gap-2">
            {notice.topic && (
              <NoticeAct
                action={notice.topic.muted ? unmuteTopicAction : muteTopicAction}
                fields={{ topic: notice.topic.id }}
                said={notice.topic.muted ? "C’est fait." : "C’est fait : tu n’en entendras plus parler."}
                variant="secondary"
                size="compact"
                icon={notice.topic.muted ? "bell" : "muted"}
              >
                {notice.topic.label}
              </NoticeAct>
            )}
            {notice.can.end && (
              <NoticeAct
                action={endKindAction}
                fields={{ kind: notice.kind }}
                said="C’est fait : plus rien de ce genre, ni ici ni par e-mail."
                variant="secondary"
                size="compact"
              >
                Ne plus me prévenir de ceci
              </NoticeAct>
            )}
            <Link
              href={`${paths.noticeChoices}#${notice.family}`}
              prefetch={false}
              className="inline-flex min-h-9 items-center px-2 text-note font-[650] text-ink-2 pointer-coarse:min-h-11"
            >
              Tous mes choix
            </Link>
          </div>
        </div>
      </details>
    </li>
  );
}

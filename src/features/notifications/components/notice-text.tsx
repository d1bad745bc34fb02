import { classNames } from "@/ui/class-names.ts";
import { Icon } from "@/ui/icons.tsx";
import { RelativeTime } from "@/ui/relative-time.tsx";
import { familyIcons } from "../notice.rules.ts";
import type { NoticeView } from "../notice.views.ts";

/** One notice in words: its sign, the sentence, what it is about, when (where `now` is said); heavier while it is unread. */
export function NoticeText({ notice, now }: { notice: NoticeView; now?: Date | string }) {
  return (
    <>
      <span
        aria-hidden="true"
        className={classNames(
          "-mb-4 grid size-10 shrink-0 place-items-center rounded-full", // as tall as one line of words, to the row
          notice.unread ? "bg-rose-soft text-rose-strong" : "bg-sunken text-ink-3",
        )}
      >
        <Icon name={familyIcons[notice.family]} size={19} />
      </span>
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className={classNames("text-[0.96875rem] leading-snug", notice.unread ? "font-[650]" : "text-ink-2")}>
          {notice.text}
        </span>
        {notice.about && <span className="truncate text-note text-ink-2">{notice.about}</span>}
        {now !== undefined && <RelativeTime date={notice.at} now={now} className="text-note text-ink-3" />}
      </span>
      {notice.unread && (
        <span className="mt-2 size-2.5 shrink-0 rounded-full bg-rose">
          <span className="sr-only">Non lue</span>
        </span>
      )}
    </>
  );
}

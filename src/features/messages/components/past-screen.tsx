import Link from "next/link";
import { paths } from "@/core/paths.ts";
import { buttonClasses } from "@/ui/button.tsx";
import type { ConversationView } from "../conversation.views.ts";
import type { HistoryView, PersonView } from "../message.views.ts";
import { ConversationHead } from "./conversation-head.tsx";
import { linesOf } from "./log-blocks.ts";
import { MessageLog } from "./message-log.tsx";

/** A part of a conversation further back: around what was looked for, or page after page. Nothing moves in it. */
export function PastScreen({
  conversation,
  history: { entries, older, newer },
  people,
  around,
  now,
}: {
  conversation: ConversationView;
  history: HistoryView;
  people: Readonly<Record<string, PersonView>>;
  around: number | null;
  now: number;
}) {
  const { id, me, kind, place } = conversation;
  const here = paths.conversation(id);
  const [first, last] = [entries[0], entries.at(-1)];
  return (
    <>
      <ConversationHead conversation={conversation} back={paths.messages} here={[]} />
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
        aria-label="Messages"
        data-scrolls
        className="min-h-0 flex-1 overflow-y-auto px-3 py-4 lg:px-5"
      >
        {older && first && (
          <p className="flex justify-center pb-3">
            <Link
              href={`${here}?avant=${first.seq}`}
              prefetch={false}
              className={buttonClasses({ variant: "secondary", size: "compact" })}
            >
              Messages plus anciens
            </Link>
          </p>
        )}
        <MessageLog
          lines={linesOf(entries)}
          me={me}
          people={people}
          named={kind !== "direct"}
          placeName={place?.name}
          unreadAfter={null}
          now={now}
          highlighted={around}
        />
        {newer && last && (
          <p className="flex justify-center pt-4">
            <Link
              href={`${here}?apres=${last.seq}`}
              prefetch={false}
              className={buttonClasses({ variant: "secondary", size: "compact" })}
            >
              Messages plus récents
            </Link>
          </p>
        )}
      </section>
      <div className="flex items-center justify-between gap-3 border-t border-line bg-card px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:px-5">
        <p className="text-note text-ink-2">Tu lis plus haut dans la conversation.</p>
        <Link href={here} prefetch={false} className={buttonClasses({ size: "compact" })}>
          Revenir à maintenant
        </Link>
      </div>
    </>
  );
}

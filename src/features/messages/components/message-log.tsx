import type { ReactNode } from "react";
import { Avatar } from "@/ui/avatar.tsx";
import { classNames } from "@/ui/class-names.ts";
import type { MessageView, PersonView } from "../message.views.ts";
import { happenedWords } from "./happened-words.ts";
import { daysOf, dayWords, type Line, type Run } from "./log-blocks.ts";
import { MessageBubble } from "./message-bubble.tsx";

export type LogProps = {
  lines: readonly Line[];
  me: string;
  people: Readonly<Record<string, PersonView>>;
  /** Names stand above the words of others: where more than two write. */
  named: boolean;
  /** In whose name those in charge of a place write. */
  placeName?: string | undefined;
  unreadAfter: number | null;
  now: number;
  highlighted?: number | null;
  onQuote?: (seq: number) => boolean;
  menuOf?: (message: MessageView) => ReactNode;
  stateOf?: (message: MessageView) => ReactNode;
};

/** What was said, by day and by who said it. */
export function MessageLog(props: LogProps) {
  const { lines, me, unreadAfter, now } = props;
  return daysOf(lines, me, unreadAfter).map(({ day, runs }) => (
    <section key={day} aria-label={dayWords(day, now)} className="grid gap-3">
      <p aria-hidden="true" className="my-2 flex items-center justify-center gap-3 text-xs font-semibold text-ink-3">
        <span className="rounded-full border border-line bg-paper px-3 py-0.5 first-letter:uppercase">
          {dayWords(day, now)}
        </span>
      </p>
      {runs.map((run) => (
        <RunOfMessages key={run.key} run={run} {...props} />
      ))}
    </section>
  ));
}

function RunOfMessages({ run, ...props }: LogProps & { run: Run }) {
  if (run.kind === "unread")
    return (
      <p id="nouveau" className="my-1 flex scroll-mt-24 items-center gap-3 text-note font-[650] text-rose-strong">
        <i aria-hidden="true" className="h-px flex-1 bg-rose-line" />
        Nouveaux messages
        <i aria-hidden="true" className="h-px flex-1 bg-rose-line" />
      </p>
    );
  if (run.kind === "happened")
    return (
      <p id={`m${run.entry.seq}`} className="px-4 text-center text-note text-balance text-ink-3">
        {happenedWords(run.entry, props.me)}
      </p>
    );
  return <Said run={run} {...props} />;
}

function Said({ run: { own, messages }, ...props }: LogProps & { run: Extract<Run, { kind: "said" }> }) {
  const { people, named, placeName, highlighted, onQuote, menuOf, stateOf } = props;
  const [first] = messages;
  const name = first?.author?.name ?? "Compte supprimé";
  const who = first?.author ? people[first.author.id] : undefined;
  const shown = named && !own;
  return (
    <div className={classNames(shown && "grid grid-cols-[2rem_minmax(0,1fr)] gap-2.5")}>
      {shown && (
        <Avatar name={first?.author ? name : null} photo={who?.photo ?? null} size="small" className="mt-5.5" />
      )}
      <div className="min-w-0">
        {shown && (
          <p className="mb-1 text-note font-[650] text-ink-2">
            {who?.href ? (
              <a href={who.href} className="no-underline hover:underline">
                {name}
              </a>
            ) : (
              name
            )}
            {first?.fromPlace && placeName && <span className="font-normal"> · pour {placeName}</span>}
          </p>
        )}
        {own && first?.fromPlace && placeName && (
          <p className="mb-1 text-right text-note text-ink-2">Toi, pour {placeName}</p>
        )}
        <ol className="grid gap-1">
          {messages.map((message, index) => (
            <MessageBubble
              key={message.id}
              message={message}
              own={own}
              first={index === 0}
              people={people}
              highlighted={highlighted === message.seq}
              {...(onQuote && { onQuote })}
              menu={menuOf?.(message)}
              state={stateOf?.(message)}
            />
          ))}
        </ol>
      </div>
    </div>
  );
}

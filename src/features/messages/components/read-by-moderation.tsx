import Link from "next/link";
import { fullMoment } from "@/core/french-dates.ts";
import { List } from "@/ui/list.tsx";
import type { AccessView } from "../access.queries.ts";

/** What moderation read of this conversation, for those in it. Nothing while nothing was read. */
export function ReadByModeration({ accesses }: { accesses: readonly AccessView[] }) {
  if (accesses.length === 0) return null;
  return (
    <section aria-labelledby="lu-par-la-moderation" className="grid gap-3">
      <h2 id="lu-par-la-moderation" className="text-heading">
        Ce que la modération a lu
      </h2>
      <p className="text-ink-2">
        {accesses.length === 1
          ? "Un message de cette conversation a été signalé."
          : "Des messages de cette conversation ont été signalés."}{" "}
        Une personne de la modération a lu ce qui est nommé ici, avec les trois messages d’avant et les trois d’après,
        et rien d’autre. Chaque lecture est notée.
      </p>
      <List>
        {accesses.map(({ messageId, href, author, sentAt, times, lastAt }) => (
          <li key={messageId} className="grid gap-0.5 px-4 py-3.5 sm:px-5">
            <p>
              La modération a lu{" "}
              <Link href={href} prefetch={false} className="font-[650]">
                le message {author ? `de ${author}` : "d’un compte supprimé"}
              </Link>{" "}
              du <time dateTime={sentAt.toISOString()}>{fullMoment(sentAt)}</time>.
            </p>
            <p className="text-note text-ink-3">
              {times === 1 ? "Une fois, le " : `${times} fois, la dernière le `}
              <time dateTime={lastAt.toISOString()}>{fullMoment(lastAt)}</time>
            </p>
          </li>
        ))}
      </List>
    </section>
  );
}

import Link from "next/link";
import { fullMoment } from "@/core/french-dates.ts";
import { List } from "@/ui/list.tsx";
import type { OwnAccessView } from "../access.queries.ts";

/** What moderation read of a member's messages, for herself, also where she left the conversation. Nothing while nothing was. */
export function ReadOfMine({ accesses }: { accesses: readonly OwnAccessView[] }) {
  if (accesses.length === 0) return null;
  return (
    <section aria-labelledby="messages-lus" className="mt-9 grid gap-3">
      <h2 id="messages-lus" className="text-heading">
        Tes messages lus par la modération
      </h2>
      <p className="text-ink-2">
        La modération ne lit de tes conversations qu’un message que quelqu’un a signalé, avec les trois d’avant et les
        trois d’après. Chaque lecture est notée.
      </p>
      <List>
        {accesses.map(({ messageId, href, own, sentAt, times, lastAt }) => (
          <li key={messageId} className="grid gap-0.5 px-4 py-3.5 sm:px-5">
            <p>
              {own ? "Ton " : "À côté des tiens, un "}
              {href ? (
                <Link href={href} prefetch={false} className="font-[650]">
                  message
                </Link>
              ) : (
                "message"
              )}{" "}
              du <time dateTime={sentAt.toISOString()}>{fullMoment(sentAt)}</time>
              {!href && ", dans une conversation que tu ne lis plus"}
            </p>
            <p className="text-note text-ink-3">
              {times === 1 ? "Lu une fois, le " : `Lu ${times} fois, la dernière le `}
              <time dateTime={lastAt.toISOString()}>{fullMoment(lastAt)}</time>
            </p>
          </li>
        ))}
      </List>
    </section>
  );
}

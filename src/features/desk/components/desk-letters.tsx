import { unbroken } from "@/core/french-typography.ts";
import type { LetterRowView } from "@/features/sections/index.ts";
import { Badge } from "@/ui/badge.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import { RelativeTime } from "@/ui/relative-time.tsx";
import { NothingWaits } from "./desk-parts.tsx";

/** The letters in this desk's care, those that wait first. */
export function DeskLetters({ letters, now }: { letters: readonly LetterRowView[]; now: Date }) {
  if (letters.length === 0) return <NothingWaits>Aucune lettre pour l’instant.</NothingWaits>;
  return (
    <List>
      {letters.map(({ id, href, from, place, beginning, sentAt, answered }) => (
        <ListRow
          key={id}
          href={href}
          title={from}
          text={
            <>
              {place} · <RelativeTime date={sentAt} now={now} />
            </>
          }
        >
          <p className="mt-1 line-clamp-2 text-note text-ink-2">{unbroken(beginning)}</p>
          {!answered && (
            <Badge tone="rose" className="mt-1.5">
              À répondre
            </Badge>
          )}
        </ListRow>
      ))}
    </List>
  );
}

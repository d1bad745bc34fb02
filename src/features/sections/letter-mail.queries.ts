import { listRecipients } from "@/features/mandates/index.ts";
import { isSuspended } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { placeName } from "./letter.views.ts";
import type { AnswerTold, LetterTold } from "./letter-mail.rules.ts";

type Place = { section: string | null; federation: string };

/** A letter as one of those in charge is told of it; null when she no longer is, or the author has left. */
export async function findLetterToTell(
  letterId: string,
  recipientId: string,
): Promise<{ to: string; told: LetterTold } | null> {
  type Row = Place & { scope: string; words: string; author: string; home: string };
  const [row] = await db.$queryRaw<Row[]>(sql`
    select l.scope, l.words, m.name as author, h.name as home, s.name as section, f.name as federation
    from letter l join member m on m.id = l.author_id join section h on h.id = m.section_id
    join federation f on f.id = split_part(l.scope, '/', 2) left join section s on s.scope = l.scope
    where l.id = ${letterId} and m.erased_at is null and not ${isSuspended(clock.now())}`);
  const recipient = row && (await listRecipients(row.scope)).find(({ id }) => id === recipientId);
  if (!row || !recipient) return null;
  const { author, home, words } = row;
  return { to: recipient.email, told: { letterId, author, home, place: placeName(row), words } };
}

/** An answer as the author of the letter is told of it; null when she has left or is suspended. */
export async function findAnswerToTell(answerId: string): Promise<{ to: string; told: AnswerTold } | null> {
  type Row = Place & { letter_id: string; email: string; words: string; answerer: string | null };
  const [row] = await db.$queryRaw<Row[]>(sql`
    select l.id as letter_id, m.email, n.words, s.name as section, f.name as federation,
      case when w.erased_at is null then w.name end as answerer
    from letter_answer n join letter l on l.id = n.letter_id join member m on m.id = l.author_id
    left join member w on w.id = n.author_id
    join federation f on f.id = split_part(l.scope, '/', 2) left join section s on s.scope = l.scope
    where n.id = ${answerId} and m.erased_at is null and not ${isSuspended(clock.now())}`);
  if (!row) return null;
  const { letter_id: letterId, email, words, answerer } = row;
  return { to: email, told: { letterId, answerer, place: placeName(row), words } };
}

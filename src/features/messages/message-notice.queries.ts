import type { Actor } from "@/core/actor.ts";
import { counted } from "@/core/french-dates.ts";
import { ofPlace } from "@/core/french-places.ts";
import { quoted } from "@/core/notice-words.ts";
import { paths } from "@/core/paths.ts";
import { namesFor } from "@/features/profiles/index.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import type { NoticeRow, NoticeWords } from "@/platform/notices.ts";
import { visibleConversations } from "./message.policy.ts";
import type { ConversationKind } from "./message.rules.ts";

type Row = {
  id: string;
  kind: ConversationKind;
  name: string;
  scope: string | null;
  section: string | null;
  federation: string | null;
  /** Of two: the other; of an inbox: the member outside. */
  other: string | null;
};

const SOMEBODY = "Un·e membre";

/** What the lines of messages say to their reader: who and where, nothing of what was written. */
export async function describeMessages(
  actor: Actor,
  all: readonly NoticeRow[],
): Promise<ReadonlyMap<string, NoticeWords>> {
  const notices = all.filter(({ kind }) => /^(?:message|inbox)\./.test(kind));
  if (notices.length === 0) return new Map();
  const rows = await readRows<Row>(sql`
    select v.id, v.kind, v.name, v.scope,
      (select s.name from section s where s.scope = v.scope) as section,
      (select f.name from federation f where 'national/' || f.id = v.scope) as federation,
      coalesce(v.member_id, nullif(v.low_id, ${actor.id}), nullif(v.high_id, ${actor.id})) as other
    from conversation v where v.id = any(${notices.map(({ subjectId }) => subjectId)}::text[]) and ${visibleConversations(actor)}`);
  const found = new Map(rows.map((row) => [row.id, row]));
  const names = await namesFor(
    actor,
    rows.map(({ other }) => other),
  );
  return new Map(
    notices.flatMap((notice): [string, NoticeWords][] => {
      const row = found.get(notice.subjectId);
      if (!row) return [];
      const text = sentence(notice, row, names.get(row.other ?? ""));
      const href = notice.kind === "message.requested" ? paths.messageRequests : paths.conversation(row.id);
      return [[notice.id, { text, href }]];
    }),
  );
}

function sentence({ kind, count }: NoticeRow, row: Row, name = SOMEBODY): string {
  switch (kind) {
    case "message.requested":
      return `${name} voudrait t’écrire`;
    case "inbox.received":
      return `${name} écrit à ${placeOf(row)}`;
    case "inbox.assigned":
      return name === SOMEBODY
        ? `On te confie une conversation de ${placeOf(row)}`
        : `On te confie la conversation avec ${name}`;
    case "inbox.answered":
      return `${capital(placeOf(row))} t’a répondu`;
    case "inbox.broadcast":
      return `${capital(placeOf(row))} écrit à tous les membres`;
    default:
      break;
  }
  if (row.kind === "direct")
    return count === 1 ? `${name} t’a écrit` : `${name} t’a écrit ${counted(count, "message")}`;
  const where = row.name ? quoted(row.name) : "une conversation à plusieurs";
  return `${counted(count, "nouveau message", "nouveaux messages")} dans ${where}`;
}

/** "la section Riom", "la fédération du Puy-de-Dôme", "l’équipe nationale". */
function placeOf({ section, federation }: Row): string {
  if (section) return `la section ${section}`;
  return federation ? `la fédération ${ofPlace(federation)}` : "l’équipe nationale";
}

const capital = (words: string) => (words[0]?.toLocaleUpperCase("fr") ?? "") + words.slice(1);

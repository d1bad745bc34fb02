import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import {
  type NoticeFamily,
  type NoticeKindId,
  type NoticePace,
  noticeFamilies,
  noticeKind,
  noticeKindIds,
} from "@/core/notice-kinds.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import type { ChoicesView, ChoiceView } from "./notice.views.ts";
import { sweptKinds, told } from "./told.rules.ts";
import { listMutedTopics } from "./topic.queries.ts";

type Row = { kind: string; in_app: boolean; mail: NoticePace };

/** Everything of "Mes notifications": what she chose or has at first, by family, and what she muted. */
export async function getNoticeChoices(actor: Actor): Promise<ChoicesView> {
  if (actor.kind !== "member") throw new AppError("not_found", "absent");
  const [rows, muted] = await Promise.all([
    readRows<Row>(sql`select kind, in_app, mail from notice_choice where member_id = ${actor.id}`),
    listMutedTopics(actor),
  ]);
  const chosen = new Map(rows.map((row) => [row.kind, row]));
  const choices = noticeKindIds.filter(isOffered).map((id): ChoiceView & { family: NoticeFamily } => {
    const kind = noticeKind(id);
    const own = kind.essential ? undefined : chosen.get(id);
    return {
      ...{ kind: id, label: kind.label, family: kind.family },
      inApp: !kind.mailOnly && (own?.in_app ?? kind.inApp),
      mail: own?.mail ?? kind.mail,
      essential: kind.essential ?? false,
      mailOnly: kind.mailOnly ?? false,
    };
  });
  return {
    families: (Object.keys(noticeFamilies) as NoticeFamily[]).flatMap((family) => {
      const own = choices.filter((choice) => choice.family === family);
      return own.length > 0 ? [{ family, name: noticeFamilies[family], choices: own }] : [];
    }),
    muted,
  };
}

const offered = new Set<string>([...told.flatMap(({ sources }) => sources.map(({ kind }) => kind)), ...sweptKinds]);
/** A kind that nothing tells yet is not shown as if it could be chosen. */
const isOffered = (id: NoticeKindId) => offered.has(id) || noticeKind(id).ownMail === true;

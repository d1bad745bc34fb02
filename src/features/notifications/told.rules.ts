import type { NoticeKindId } from "@/core/notice-kinds.ts";
import type { Notices } from "@/platform/notices.ts";
import { coopainNotices } from "../coopains/index.ts";
import { debateNotices } from "../debates/index.ts";
import { deskNotices } from "../desk/index.ts";
import { eventNotices } from "../events/index.ts";
import { fieldReportNotices } from "../field-reports/index.ts";
import { groupFileNotices } from "../group-files/index.ts";
import { groupNoteNotices } from "../group-notes/index.ts";
import { groupNotices } from "../groups/index.ts";
import { mandateNotices } from "../mandates/index.ts";
import { messageNotices } from "../messages/index.ts";
import { moderationNotices } from "../moderation/index.ts";
import { participationNotices } from "../participation/index.ts";
import { postNotices } from "../posts/index.ts";
import { volunteerNotices } from "../sections/index.ts";

/** What features offer to be told, listed: a kind that nobody offers yet is told to nobody. */
export const told: readonly Notices[] = [
  coopainNotices,
  postNotices,
  groupNotices,
  groupFileNotices,
  groupNoteNotices,
  debateNotices,
  eventNotices,
  participationNotices,
  fieldReportNotices,
  deskNotices,
  volunteerNotices,
  mandateNotices,
  moderationNotices,
  messageNotices,
];

/** Kinds that sweeps tell of. */
export const sweptKinds: readonly NoticeKindId[] = told.flatMap(({ sweeps = [] }) =>
  sweeps.flatMap(({ kinds }) => kinds),
);

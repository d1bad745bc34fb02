import type { FactDefinition } from "@/core/fact.ts";
import type { LiveAnnouncement, LiveFact } from "@/core/live.ts";
import { personRoom } from "@/core/person-room.ts";
import type { Room } from "@/core/room.ts";
import { accountFacts, accountJobs } from "@/features/accounts/index.ts";
import { agendaFacts } from "@/features/agenda/index.ts";
import { coopainFacts, coopainJobs, coopainLiveFacts, greetInvited } from "@/features/coopains/index.ts";
import {
  debateFacts,
  debateJobs,
  debateLiveCalls,
  debateLiveFacts,
  debateRoom,
  talliesLive,
} from "@/features/debates/index.ts";
import { deskFactJobs, deskFacts, deskJobs } from "@/features/desk/index.ts";
import {
  eventFacts,
  eventMailJobs,
  organiserFactJobs,
  organiserFacts,
  organiserJobs,
  seriesFactJobs,
  seriesFacts,
  seriesJobs,
} from "@/features/events/index.ts";
import { fieldReportFacts, fieldReportJobs } from "@/features/field-reports/index.ts";
import { groupFileFactJobs, groupFileFacts, groupFileJobs } from "@/features/group-files/index.ts";
import { groupNoteFacts } from "@/features/group-notes/index.ts";
import {
  entryRoom,
  groupEntryFactJobs,
  groupEntryJobs,
  groupEntryLiveFacts,
  groupFactJobs,
  groupFacts,
  groupInvitationFacts,
  groupJobs,
  groupLinkFacts,
  groupRequestFacts,
} from "@/features/groups/index.ts";
import { mandateFactJobs, mandateFacts, mandateJobs } from "@/features/mandates/index.ts";
import {
  attachmentJobs,
  broadcastLiveFacts,
  conversationFactJobs,
  conversationFacts,
  conversationJobs,
  conversationLiveFacts,
  conversationRoom,
  inboxFactJobs,
  inboxFacts,
  inboxJobs,
  inboxRoom,
  messageFacts,
  messageLiveCalls,
  messageLiveFacts,
  readsLive,
} from "@/features/messages/index.ts";
import { moderationFacts, moderationJobs } from "@/features/moderation/index.ts";
import { mailGate, mailJobs, noticeFactJobs, noticeJobs, noticesLive } from "@/features/notifications/index.ts";
import {
  eventRoom,
  participationFactJobs,
  participationFacts,
  participationJobs,
  participationLiveFacts,
} from "@/features/participation/index.ts";
import { personalDataFacts } from "@/features/personal-data/index.ts";
import { groupRoom, postFactJobs, postFacts, postJobs, postLiveFacts, postMediaJobs } from "@/features/posts/index.ts";
import { profileFacts } from "@/features/profiles/index.ts";
import { sectionsFactJobs, sectionsFacts, sectionsJobs } from "@/features/sections/index.ts";
import { shiftFacts } from "@/features/shifts/index.ts";
import type { Command } from "@/platform/command.ts";
import type { KeptPage } from "@/platform/http/kept-pages.ts";
import type { Job } from "@/platform/jobs.ts";

/** What the features bring to the process, listed: nothing registers itself by being imported. */
export const rooms: readonly Room[] = [
  debateRoom,
  personRoom,
  eventRoom,
  groupRoom,
  entryRoom,
  conversationRoom,
  inboxRoom,
];
export const liveCalls: readonly Command[] = [...debateLiveCalls, ...messageLiveCalls];
export const facts: readonly FactDefinition<never>[] = [
  ...accountFacts,
  ...mandateFacts,
  ...coopainFacts,
  ...profileFacts,
  ...debateFacts,
  ...groupFacts,
  ...groupRequestFacts,
  ...groupInvitationFacts,
  ...groupLinkFacts,
  ...shiftFacts,
  ...eventFacts,
  ...organiserFacts,
  ...seriesFacts,
  ...fieldReportFacts,
  ...groupFileFacts,
  ...groupNoteFacts,
  ...agendaFacts,
  ...participationFacts,
  ...messageFacts,
  ...conversationFacts,
  ...inboxFacts,
  ...sectionsFacts,
  ...deskFacts,
  ...moderationFacts,
  ...personalDataFacts,
  ...postFacts,
];
export const liveFacts: readonly LiveFact[] = [
  ...groupEntryLiveFacts,
  ...debateLiveFacts,
  ...coopainLiveFacts,
  ...participationLiveFacts,
  ...messageLiveFacts,
  ...conversationLiveFacts,
  ...postLiveFacts,
  ...broadcastLiveFacts,
];
export const liveAnnouncements: readonly LiveAnnouncement[] = [talliesLive, noticesLive, readsLive];
export const jobs: readonly Job[] = [
  ...accountJobs,
  ...mandateJobs,
  ...coopainJobs,
  ...conversationJobs,
  ...debateJobs,
  ...groupFileJobs,
  ...groupJobs,
  ...postMediaJobs,
  ...attachmentJobs,
  ...groupEntryJobs,
  ...eventMailJobs,
  ...participationJobs,
  ...organiserJobs,
  ...fieldReportJobs,
  ...seriesJobs,
  ...inboxJobs,
  ...sectionsJobs,
  ...deskJobs,
  ...moderationJobs,
  ...postJobs,
  ...noticeJobs,
  ...mailJobs,
];

/** What decides whether a mail to a member leaves, and what stands under it. */
export { mailGate };

/** What jobs do about facts of lower features, by the fact's name: enqueued in the transaction that records it. */
export const factJobs: Readonly<Record<string, readonly Job[]>> = together(
  mandateFactJobs,
  groupFactJobs,
  groupEntryFactJobs,
  inboxFactJobs,
  sectionsFactJobs,
  deskFactJobs,
  participationFactJobs,
  seriesFactJobs,
  organiserFactJobs,
  groupFileFactJobs,
  postFactJobs,
  conversationFactJobs,
  noticeFactJobs,
  {
    "member.joined": [greetInvited],
  },
);

/** Several features may follow the same fact. */
function together(...lists: readonly Readonly<Record<string, readonly Job[]>>[]): Record<string, readonly Job[]> {
  const names = new Set(lists.flatMap((list) => Object.keys(list)));
  return Object.fromEntries([...names].map((name) => [name, lists.flatMap((list) => list[name] ?? [])]));
}

/** "open-debates": a name was given or withdrawn, an account erased. Words of many debates change at once. */
const NAMES = "open-debates";

/** Visitors' pages that `server.ts` may keep, and what makes them stale. */
export const keptPages: readonly KeptPage[] = [
  { path: /^\/$/, query: [], tags: () => ["debates", NAMES] },
  { path: /^\/debats$/, query: ["voir", "statut", "apres"], tags: () => ["debates"] },
  {
    path: /^\/debats\/([0-9a-z]{12})-[a-z0-9-]+$/,
    query: ["pour", "contre", "neutre", "cote", "ordre"],
    tags: ([, id]) => [`debate:${id}`, NAMES, "event-dates"],
  },
  {
    path: /^\/debats\/([0-9a-z]{12})-[a-z0-9-]+\/c\/\d+$/,
    query: ["apres"],
    tags: ([, id]) => [`debate:${id}`, NAMES],
  },
  { path: /^\/agenda$/, query: ["voir", "vue", "genre", "manque", "jour"], tags: () => ["events"] },
  {
    path: /^\/evenements\/([0-9a-z]{12})-[a-z0-9-]+$/,
    query: [],
    tags: ([, id]) => [`event:${id}`, "event-dates", NAMES, "sections"],
  },
  // A search is not kept: there would be one for each word.
  { path: /^\/sections$/, query: [], tags: () => ["sections"] },
  { path: /^\/sections\/[a-z0-9-]{1,60}(?:\/[a-z0-9-]{1,60})?$/, query: [], tags: () => ["sections", "events"] },
  { path: /^\/(?:mentions-legales|confidentialite|regles|accessibilite)$/, query: [], tags: () => [] },
];

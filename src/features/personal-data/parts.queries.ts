import type { PersonalData } from "@/platform/personal-data.ts";
import { accountsPersonalData } from "../accounts/index.ts";
import { agendaPersonalData } from "../agenda/index.ts";
import { coopainsPersonalData } from "../coopains/index.ts";
import { debatesPersonalData } from "../debates/index.ts";
import { deskPersonalData } from "../desk/index.ts";
import { eventsPersonalData } from "../events/index.ts";
import { feedPersonalData } from "../feed/index.ts";
import { fieldReportsPersonalData } from "../field-reports/index.ts";
import { groupFilesPersonalData } from "../group-files/index.ts";
import { groupNotesPersonalData } from "../group-notes/index.ts";
import { groupsPersonalData } from "../groups/index.ts";
import { mandatesPersonalData } from "../mandates/index.ts";
import {
  attachmentsPersonalData,
  broadcastsPersonalData,
  conversationsPersonalData,
  messagesPersonalData,
} from "../messages/index.ts";
import { moderationPersonalData } from "../moderation/index.ts";
import { notificationsPersonalData } from "../notifications/index.ts";
import { notesPersonalData, participationPersonalData } from "../participation/index.ts";
import { postMediaPersonalData, postsPersonalData } from "../posts/index.ts";
import { profilesPersonalData } from "../profiles/index.ts";
import { sectionsPersonalData } from "../sections/index.ts";

/**
 * What every feature holds of a member, in the order of her export. Erased in the reverse order: her account comes
 * first in the one and last in the other. A feature that keeps something of members is missing here until it is listed;
 * a test reads the foreign keys and says so.
 */
export const parts: readonly PersonalData[] = [
  accountsPersonalData,
  profilesPersonalData,
  mandatesPersonalData,
  sectionsPersonalData,
  deskPersonalData,
  coopainsPersonalData,
  debatesPersonalData,
  groupsPersonalData,
  eventsPersonalData,
  fieldReportsPersonalData,
  groupFilesPersonalData,
  groupNotesPersonalData,
  postMediaPersonalData,
  postsPersonalData,
  conversationsPersonalData,
  agendaPersonalData,
  feedPersonalData,
  notesPersonalData,
  participationPersonalData,
  attachmentsPersonalData,
  messagesPersonalData,
  broadcastsPersonalData,
  moderationPersonalData,
  notificationsPersonalData,
];

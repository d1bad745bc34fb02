import { accountCommands } from "@/features/accounts/index.ts";
import { agendaCommands } from "@/features/agenda/index.ts";
import { coopainCommands } from "@/features/coopains/index.ts";
import { debateCommands } from "@/features/debates/index.ts";
import { deskCommands } from "@/features/desk/index.ts";
import { eventCommands } from "@/features/events/index.ts";
import { feedCommands } from "@/features/feed/index.ts";
import { fieldReportCommands } from "@/features/field-reports/index.ts";
import { groupFileCommands } from "@/features/group-files/index.ts";
import { groupNoteCommands } from "@/features/group-notes/index.ts";
import { groupCommands } from "@/features/groups/index.ts";
import { mandateCommands } from "@/features/mandates/index.ts";
import { messageCommands } from "@/features/messages/index.ts";
import { moderationCommands } from "@/features/moderation/index.ts";
import { notificationCommands } from "@/features/notifications/index.ts";
import { participationCommands } from "@/features/participation/index.ts";
import { personalDataCommands } from "@/features/personal-data/index.ts";
import { postCommands } from "@/features/posts/index.ts";
import { profileCommands } from "@/features/profiles/index.ts";
import { sectionsCommands } from "@/features/sections/index.ts";
import type { Command } from "@/platform/command.ts";

/** Every command of the product, by feature and by its name in the code. */
export const commandsByFeature = {
  accounts: accountCommands,
  agenda: agendaCommands,
  coopains: coopainCommands,
  debates: debateCommands,
  events: eventCommands,
  feed: feedCommands,
  "field-reports": fieldReportCommands,
  "group-files": groupFileCommands,
  "group-notes": groupNoteCommands,
  desk: deskCommands,
  groups: groupCommands,
  mandates: mandateCommands,
  messages: messageCommands,
  moderation: moderationCommands,
  notifications: notificationCommands,
  participation: participationCommands,
  "personal-data": personalDataCommands,
  posts: postCommands,
  profiles: profileCommands,
  sections: sectionsCommands,
} as const;
export type FeatureWithCommands = keyof typeof commandsByFeature;

/** The commands of some features. */
export const commandsOf = (features: readonly FeatureWithCommands[]): Command[] =>
  features.flatMap((feature) => Object.values(commandsByFeature[feature]) as unknown as Command[]);

export const featuresWithCommands = Object.keys(commandsByFeature) as FeatureWithCommands[];

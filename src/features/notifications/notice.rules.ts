import type { NoticeFamily } from "@/core/notice-kinds.ts";
import type { IconName } from "@/ui/icons.tsx";

/** What can be muted, by the first word of its topic. */
export const topicWords: Readonly<Record<string, { mute: string; unmute: string; what: string }>> = {
  group: {
    mute: "Mettre ce groupe en sourdine",
    unmute: "Réentendre parler de ce groupe",
    what: "Groupe",
  },
  debate: {
    mute: "Mettre ce débat en sourdine",
    unmute: "Réentendre parler de ce débat",
    what: "Débat",
  },
  event: {
    mute: "Mettre cet événement en sourdine",
    unmute: "Réentendre parler de cet événement",
    what: "Événement",
  },
  // By who answers for a place: her lines alone stand in the centre. Whoever is in a conversation mutes it there, and it is
  // no longer counted either.
  conversation: {
    mute: "Mettre cette conversation en sourdine",
    unmute: "Réentendre parler de cette conversation",
    what: "Conversation d’un lieu",
  },
};

/** "debate" and its id, of a topic that can be muted; null of any other. */
export function readTopic(topic: string): { sort: string; id: string } | null {
  const [, sort = "", id = ""] = /^([a-z]+):([0-9a-hjkmnp-tv-z]{12})$/.exec(topic) ?? [];
  return Object.hasOwn(topicWords, sort) ? { sort, id } : null;
}

export const familyIcons: Readonly<Record<NoticeFamily, IconName>> = {
  coopains: "users",
  messages: "mail",
  publications: "megaphone",
  groupes: "group",
  debats: "debate",
  evenements: "calendar",
  lieu: "pin",
  responsabilites: "spark",
  moderation: "flag",
};

/** Beyond this many, unread notices are not counted one by one. */
export const UNREAD_COUNTED = 99;

/** How many of the latest the bell opens. */
export const LATEST = 8;

/** "3", "99+": how many, as a badge has room for it. */
export const badgeWords = (unread: number): string => (unread > UNREAD_COUNTED ? `${UNREAD_COUNTED}+` : String(unread));

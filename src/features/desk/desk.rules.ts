import { relativeTime } from "@/core/french-dates.ts";

/** How long somebody is a newcomer, in days after she joined. */
export const NEWCOMER_DAYS = 60;

/** The longest texts of the desk. */
export const WELCOME_MAX = 2000;
export const ANSWER_MAX = 1000;

const DAY_MS = 24 * 3_600_000;

/** The moment after which one must have joined to be a newcomer now. */
export const newcomersSince = (now: Date): Date => new Date(now.getTime() - NEWCOMER_DAYS * DAY_MS);

const wholeDays = (since: Date, now: Date) => Math.max(0, Math.floor((now.getTime() - since.getTime()) / DAY_MS));

/** How long a newcomer has been left alone: "personne ne lui a écrit depuis 6 jours", "un mot envoyé hier". */
export function silenceWords({ joinedAt, writtenAt }: { joinedAt: Date; writtenAt: Date | null }, now: Date): string {
  if (writtenAt) return `un mot envoyé ${relativeTime(writtenAt, now)}`;
  const days = wholeDays(joinedAt, now);
  if (days === 0) return "personne ne lui a encore écrit";
  return `personne ne lui a écrit depuis ${days === 1 ? "un jour" : `${days} jours`}`;
}

/** Left alone long enough that she may think that nobody is there. */
export function isLeftAlone({ joinedAt, writtenAt }: { joinedAt: Date; writtenAt: Date | null }, now: Date): boolean {
  return writtenAt === null && wholeDays(joinedAt, now) >= 3;
}

/** When a mandate ends, as a desk says it: "se termine dans 12 jours", "se termine le 3 mars". */
export const endWords = (endsAt: Date, now: Date): string => {
  const days = Math.ceil((endsAt.getTime() - now.getTime()) / DAY_MS);
  if (days <= 1) return "se termine dans les 24 heures";
  return days <= 60 ? `se termine dans ${days} jours` : `se termine ${relativeTime(endsAt, now)}`;
};

/** Whether an end is near enough to be acted upon now. */
export const endsSoon = (endsAt: Date | null, now: Date): boolean =>
  endsAt !== null && endsAt.getTime() - now.getTime() <= 30 * DAY_MS;

export const firstNameOf = (name: string): string => name.split(" ")[0] ?? name;

/** A word of welcome to start from. */
export function welcomeDraft(newcomer: string, section: string, writer: string): string {
  return [
    `Bonjour ${firstNameOf(newcomer)},`,
    `Bienvenue dans la section ${section} ! Je m’appelle ${firstNameOf(writer)}. Si tu as une question, ou envie de nous rencontrer, dis-le : on trouve toujours un moment.`,
    `À bientôt,\n${firstNameOf(writer)}`,
  ].join("\n\n");
}

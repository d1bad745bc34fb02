import { counted } from "@/core/french-dates.ts";
import { type NoticeKindId, noticeFamilies, noticeKind } from "@/core/notice-kinds.ts";
import { quoted } from "@/core/notice-words.ts";
import { paths } from "@/core/paths.ts";
import { zonedField, zonedMoment } from "@/core/zoned-time.ts";
import type { Mail, MailSection } from "@/platform/mail.ts";
import type { NoticeRow, NoticeWords } from "@/platform/notices.ts";

export type DigestPace = "daily" | "weekly";

/** A line of a mail: what happened, in the words of who reads it. */
export type Told = Pick<NoticeRow, "kind" | "count" | "at"> & NoticeWords;

/** What each kind counts, from what matters most to what matters least: subjects say it in this order. */
const nouns: Record<NoticeKindId, readonly [one: string, many: string]> = {
  "moderation.decided": ["décision de modération", "décisions de modération"],
  "mandate.changed": ["changement de responsabilité", "changements de responsabilité"],
  "event.place": ["nouvelle de ta place", "nouvelles de tes places"],
  "event.changed": ["événement changé", "événements changés"],
  "event.reminder": ["rappel", "rappels"],
  "message.received": ["message", "messages"],
  "inbox.received": ["message pour ta section ou ta fédération", "messages pour ta section ou ta fédération"],
  "inbox.answered": ["réponse de ta section ou de ta fédération", "réponses de ta section ou de ta fédération"],
  "inbox.broadcast": ["message à tous les membres", "messages à tous les membres"],
  "inbox.assigned": ["conversation confiée", "conversations confiées"],
  "moderation.waiting": ["signalement", "signalements"],
  "post.mentioned": ["mention", "mentions"],
  "debate.replied": ["réponse", "réponses"],
  "post.commented": ["commentaire", "commentaires"],
  "coopain.requested": ["demande de coopain", "demandes de coopains"],
  "message.requested": ["demande de message", "demandes de message"],
  "group.requested": ["demande d’entrer dans un groupe", "demandes d’entrer dans un groupe"],
  "place.newcomers": ["personne à accueillir", "personnes à accueillir"],
  "place.volunteer": ["proposition d’aide", "propositions d’aide"],
  "debate.hosting": ["débat à animer", "débats à animer"],
  "event.organising": ["nouvelle de tes événements", "nouvelles de tes événements"],
  "event.announced": ["annonce", "annonces"],
  "event.invited": ["invitation à un événement", "invitations à un événement"],
  "group.invited": ["invitation dans un groupe", "invitations dans un groupe"],
  "group.answered": ["réponse d’un groupe", "réponses de groupes"],
  "group.role": ["changement dans un groupe", "changements dans tes groupes"],
  "place.welcome": ["nouvelle de ta section", "nouvelles de ta section"],
  "coopain.accepted": ["nouveau coopain", "nouveaux coopains"],
  "coopain.joined": ["arrivée grâce à toi", "arrivées grâce à toi"],
  "debate.synthesis": ["synthèse", "synthèses"],
  "event.published": ["événement", "événements"],
  "group.pinned": ["annonce de groupe", "annonces de groupes"],
  "debate.opened": ["débat ouvert", "débats ouverts"],
  "debate.phase": ["débat qui avance", "débats qui avancent"],
  "group.posted": ["publication", "publications"],
  "post.followed-up": ["suite de commentaires", "suites de commentaires"],
  "debate.contributed": ["contribution", "contributions"],
  "group.filed": ["document", "documents"],
  "event.reported": ["compte rendu", "comptes rendus"],
};
const order = Object.keys(nouns) as NoticeKindId[];

const SAID_IN_SUBJECT = 3;
const LINES = 40;

/** "3 réponses, 2 événements et 12 contributions"; beyond three kinds: "… et d’autres nouvelles". */
export function countsOf(told: readonly Pick<Told, "kind" | "count">[]): string {
  const counts = order.flatMap((kind) => {
    const count = told.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.count, 0);
    return count > 0 ? [counted(count, ...nouns[kind])] : [];
  });
  const rest = counts.length > SAID_IN_SUBJECT;
  const said = rest ? [...counts.slice(0, SAID_IN_SUBJECT - 1), "d’autres nouvelles"] : counts;
  const last = said.at(-1) ?? "";
  return said.length > 1 ? `${said.slice(0, -1).join(", ")} et ${last}` : last;
}

const evenly = (text: string) => text.replace(/\s/g, " ");
/** Whether a line names already what it is about: by its own words, whole, or cut. */
export const namesIt = ({ text, about, under }: NoticeWords): boolean =>
  about !== undefined &&
  (under !== undefined || [about, quoted(about)].some((words) => evenly(text).includes(evenly(words))));

/** What stands under a heading that names what it is about does not name it again. */
function underHeading({ text, under }: NoticeWords, about: string): string {
  const end = ` dans ${quoted(about)}`;
  return under ?? (evenly(text).endsWith(evenly(end)) ? text.slice(0, -end.length) : text);
}

/** A heading for what several lines are about, or for what the only one does not name. */
function groupOf(told: readonly Told[], about: string | undefined, noteOf?: (at: Date) => string): Group {
  const line = ({ href, at }: Told, text: string) => ({ text, path: href, ...(noteOf && { note: noteOf(at) }) });
  if (about === undefined || (told.length === 1 && told.every(namesIt)))
    return { lines: told.map((one) => line(one, one.text)) };
  return { about, lines: told.map((one) => line(one, underHeading(one, about))) };
}

type Group = MailSection["groups"][number];

/** By family, then by what it is about, the newest first; what is about nothing in particular stands alone. */
export function sectionsOf(told: readonly Told[], noteOf?: (at: Date) => string): MailSection[] {
  const families = Map.groupBy(told, ({ kind }) => noticeFamilies[noticeKind(kind).family]);
  return [...families].map(([heading, ofFamily]) => ({
    heading,
    groups: [...Map.groupBy(ofFamily, ({ about }) => about)].map(([about, some]) => groupOf(some, about, noteOf)),
  }));
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);

/** What a member reads of a day or a week: lines newest first, `more` of them left out beforehand. */
export function digestMail(told: readonly Told[], pace: DigestPace, zone: string): Omit<Mail, "to"> {
  const shown = told.slice(0, LINES);
  const left = told.length - shown.length;
  const weekly = pace === "weekly";
  const said = countsOf(told);
  const weekday = new Intl.DateTimeFormat("fr-FR", { weekday: "long", timeZone: zone });
  return {
    subject: weekly ? `Ta semaine\u00a0: ${said}` : capital(said),
    preheader: shown
      .slice(0, 3)
      .map(({ text }) => text)
      .join(" · "),
    paragraphs: [
      weekly
        ? "Voici ta semaine\u00a0: ce qui est arrivé dans ce que tu suis, et que tu n’as pas encore lu."
        : "Voici ce qui est arrivé dans ce que tu suis, et que tu n’as pas encore lu.",
    ],
    sections: sectionsOf(shown, weekly ? (at) => weekday.format(at) : undefined),
    ...(left > 0 && {
      more: `Et ${counted(left, "autre nouvelle", "autres nouvelles")}, à lire dans tes notifications.`,
    }),
    link: { label: "Ouvrir mes notifications", path: paths.notifications },
  };
}

/** Hours of the reader's day, as "HH:MM": digests leave from the first to the second. */
const MORNING = "07:30";
const AFTERNOON = "13:00";
/** For how long what was added to an older line after the hour still goes with it. */
const SAME_MORNING_MS = 2 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** A digest that is due: of which day, of what was told before when, and until when the morning lasts. */
export type Due = { pace: DigestPace; day: string; before: Date; until: Date };

/** What is due in a zone now: in the morning alone: what could not leave then waits for the next one. The week's is due from Monday on, until it left. */
export function dueIn(zone: string, now: Date): Due[] {
  const [today = "", time = ""] = zonedField(now, zone).split("T");
  if (time < MORNING || time >= AFTERNOON) return [];
  const sinceMonday = (new Date(`${today}T12:00Z`).getUTCDay() + 6) % 7;
  const monday = new Date(Date.parse(`${today}T12:00Z`) - sinceMonday * DAY_MS).toISOString().slice(0, 10);
  const due = (pace: DigestPace, day: string): Due => {
    const before = zonedMoment(`${day}T${MORNING}`, zone) ?? now;
    return { pace, day, before, until: new Date(before.getTime() + SAME_MORNING_MS) };
  };
  return [due("daily", today), due("weekly", monday)];
}

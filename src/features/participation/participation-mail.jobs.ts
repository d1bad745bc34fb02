import { z } from "zod";
import type { FactIds } from "@/core/fact.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Tx } from "@/platform/db/client.ts";
import { defineJob, enqueue, type Job } from "@/platform/jobs.ts";
import type { MailAbout } from "@/platform/mail-gate.ts";
import { sendOnce } from "@/platform/mail-once.ts";
import { findAnnouncement } from "./note.queries.ts";
import * as read from "./participation-mail.queries.ts";
import * as mails from "./participation-mail.rules.ts";
import { codesIn, toldChanges } from "./participation-mail-changes.rules.ts";

type ToTell = read.SignUpToTell;
/** One kind of news about a sign-up: whether it still holds when the mail leaves, and its words; null: nothing to say. */
type News = {
  holds: (found: ToTell) => boolean;
  words: (found: ToTell, about: string) => mails.Words | null | Promise<mails.Words | null>;
};

const left = (because: string) => (found: ToTell) => found.state === "left" && found.leftBecause === because;
const comes = (found: ToTell) => found.active;
const comesSoon = (found: ToTell) => found.active && found.shiftStartsAt > clock.now();

const kinds = {
  waiting: { holds: ({ state }) => state === "waiting", words: ({ told }) => mails.waitingMail(told) },
  offered: { holds: ({ state }) => state === "offered", words: ({ told }) => mails.offeredMail(told) },
  promoted: { holds: comes, words: ({ told }) => mails.promotedMail(told) },
  restored: {
    holds: (found) => left("removed")(found) && found.restored,
    words: ({ told }) => mails.restoredMail(told),
  },
  removed: { holds: left("removed"), words: ({ told }) => mails.removedMail(told) },
  expired: { holds: left("expired"), words: ({ told }) => mails.expiredMail(told) },
  shift_removed: { holds: left("shift_removed"), words: ({ told }) => mails.shiftRemovedMail(told) },
  cancelled: {
    holds: (found) => left("event_cancelled")(found) && found.told.event.stage === "cancelled",
    words: ({ told }) => mails.cancelledMail(told),
  },
  changed: {
    holds: comes,
    async words({ told }, changeId) {
      const change = await read.findChange(changeId);
      if (!change?.told) return null;
      const after = await read.valuesAfter(change);
      const communes = await read.namesOfCommunes(codesIn(change.before, after));
      const { changes, others } = toldChanges(change.before, after, told.event, communes);
      return changes.length > 0 || others ? mails.changedMail(told, changes, others) : null;
    },
  },
  announced: {
    holds: comes,
    async words({ told }, noteId) {
      const note = await findAnnouncement(noteId);
      return note && mails.announcedMail(told, note.words);
    },
  },
  day_before: { holds: comesSoon, words: ({ told }) => mails.dayBeforeMail(told) },
  hours_before: {
    holds: comesSoon,
    words: async ({ told, memberId }) => mails.hoursBeforeMail(told, await read.findPractical(told.event.id, memberId)),
  },
} satisfies Record<string, News>;

export type MailKind = keyof typeof kinds;
const mailKind = z.enum(Object.keys(kinds) as [MailKind, ...MailKind[]]);

/** What makes two mails of one kind to one person two: the offer's end, the reminder's hour, what is told. */
const keyOf = (kind: MailKind, about: string, found: ToTell): string[] =>
  ["changed", "announced", "cancelled"].includes(kind)
    ? [kind, about, found.person]
    : [kind, about, found.told.answerPath, kind === "offered" ? String(found.told.offeredUntil?.getTime()) : ""];

const changes: readonly MailKind[] = ["changed", "cancelled"];
const reminders: readonly MailKind[] = ["day_before", "hours_before"];

/** As which of her choices a mail about an event reaches a member; a guest has no account, and nothing to choose. */
function chosenAs(kind: MailKind, { memberId, told }: ToTell): MailAbout | undefined {
  if (memberId === null) return undefined;
  const about = { memberId, topic: `event:${told.event.id}` };
  if (changes.includes(kind)) return { ...about, kind: "event.changed" };
  if (reminders.includes(kind)) return { ...about, kind: "event.reminder" };
  return { ...about, kind: kind === "announced" ? "event.announced" : "event.place" };
}

/** Writes one mail about one sign-up to one person, if it still concerns her. */
async function write(kind: MailKind, signUpId: string, about = ""): Promise<void> {
  const found = await read.findSignUpToTell(signUpId);
  const news: News = kinds[kind];
  if (!found || !news.holds(found)) return;
  const words = await news.words(found, about);
  if (words) await sendOnce(keyOf(kind, about, found), { to: found.to, about: chosenAs(kind, found), ...words });
}

/** One job, one person, one mail. */
export const writeParticipant = defineJob({
  name: "participation.write",
  input: z.object({ kind: mailKind, signUpId: z.string(), about: z.string().default("") }),
  atOnce: 10,
  run: ({ kind, signUpId, about }) => write(kind, signUpId, about),
});

/** Tells each of them, all or none: a retry then tells nobody twice. */
async function writeToAll(kind: MailKind, about: string, signUps: readonly { signUpId: string }[]): Promise<void> {
  await db.$transaction(async (tx) => {
    for (const { signUpId } of signUps) await enqueue(tx as unknown as Tx, writeParticipant, { kind, signUpId, about });
  });
}

const ofSignUp = z.object({ signUpId: z.string() });
const follow = (name: string, run: (signUpId: string) => Promise<void>, concerns?: (ids: FactIds) => boolean): Job =>
  defineJob({
    name: `participation.${name}`,
    input: ofSignUp,
    ...(concerns && { concerns }),
    run: (input) => run((input as z.output<typeof ofSignUp>).signUpId),
  });

const tellOffered = follow("tell-offered", (id) => write("offered", id));
/** Off the waiting list without being asked; who took her place herself saw it on her screen. */
const tellPromoted = follow(
  "tell-promoted",
  (id) => write("promoted", id),
  ({ promoted }) => promoted === 1,
);
/** A guest's second mail says it already. */
const tellWaiting = follow("tell-waiting", async (id) => {
  if ((await read.findSignUpToTell(id))?.memberId) await write("waiting", id);
});
/** Whoever lost her place without giving it up. A cancelled event has its own. */
const tellLeft = follow("tell-left", async (id) => {
  for (const kind of ["removed", "expired", "shift_removed"] as const) await write(kind, id);
});

/** She may come back. */
const tellRestored = follow("tell-restored", (id) => write("restored", id));

/** Tells those who come what changed, once a change. */
const tellChanged = defineJob({
  name: "participation.tell-changed",
  input: z.object({ eventId: z.string(), changeId: z.string() }),
  async run({ eventId, changeId }) {
    const change = await read.findChange(changeId);
    if (change?.told) await writeToAll("changed", changeId, await read.listActive(eventId, change.byId));
  },
});

const tellCancelled = defineJob({
  name: "participation.tell-cancelled",
  input: z.object({ eventId: z.string() }),
  async run({ eventId }) {
    const byId = await read.findWhoCancelled(eventId);
    await writeToAll("cancelled", eventId, await read.listCancelled(eventId, byId));
  },
});

const tellAnnounced = defineJob({
  name: "participation.tell-announced",
  input: z.object({ eventId: z.string(), noteId: z.string() }),
  async run({ eventId, noteId }) {
    const note = await findAnnouncement(noteId);
    if (note) await writeToAll("announced", noteId, await read.listActive(eventId, note.authorId));
  },
});

export const mailJobs: readonly Job[] = [
  writeParticipant,
  tellOffered,
  tellPromoted,
  tellWaiting,
  tellLeft,
  tellRestored,
  tellChanged,
  tellCancelled,
  tellAnnounced,
];

/** What participants are told of, by the fact's name. */
export const mailFactJobs: Readonly<Record<string, readonly Job[]>> = {
  "shift.place-offered": [tellOffered],
  "shift.place-taken": [tellPromoted],
  "shift.queue-joined": [tellWaiting],
  "shift.place-left": [tellLeft],
  "participation.sign-up-restored": [tellRestored],
  "event.changed": [tellChanged],
  "event.cancelled": [tellCancelled],
  "note.announced": [tellAnnounced],
};

import { confirmByLink, leaveByLink } from "./commands/answer-reminder.ts";
import { askAsGuest } from "./commands/ask-as-guest.ts";
import { cancelAsGuest } from "./commands/cancel-as-guest.ts";
import { acceptAsGuest, changeAsGuest } from "./commands/change-as-guest.ts";
import { confirmAsGuest } from "./commands/confirm-as-guest.ts";
import { announce, answerQuestion, askQuestion, hideNote } from "./commands/notes.ts";
import { guestFacts } from "./guest.facts.ts";
import { guestJobs } from "./guest.jobs.ts";
import { noteFacts } from "./note.facts.ts";
import { noteFactJobs, noteJobs } from "./note.jobs.ts";
import { mailFactJobs, mailJobs } from "./participation-mail.jobs.ts";
import { reminderFacts } from "./reminder.facts.ts";
import { reminderJobs } from "./reminder.jobs.ts";

/** Every command of participation, by its name in the code. */
export const participationCommands = {
  askAsGuest,
  confirmAsGuest,
  changeAsGuest,
  acceptAsGuest,
  cancelAsGuest,
  confirmByLink,
  leaveByLink,
  announce,
  askQuestion,
  answerQuestion,
  hideNote,
};
export const participationFacts = [...guestFacts, ...noteFacts, ...reminderFacts] as const;
export const participationJobs = [...mailJobs, ...guestJobs, ...reminderJobs, ...noteJobs] as const;
/** What participants are told of, by the fact's name. */
export const participationFactJobs = { ...mailFactJobs, ...noteFactJobs };

export { findGuestForm, getGuestPage } from "./guest.queries.ts";
export type { GuestPageView, OfferedShift } from "./guest.views.ts";
export { notesPersonalData } from "./note.personal-data.ts";
export { findNotes } from "./note.queries.ts";
export type { NotesView } from "./note.views.ts";
export { getReminderPage } from "./reminder.queries.ts";
export type { ReminderPageView } from "./reminder.views.ts";
export { getSignInSheet } from "./sheet.queries.ts";
export { sheetsOfAccount } from "./sheet-limit.rules.ts";
export {
  acceptAsGuest,
  announce,
  answerQuestion,
  askAsGuest,
  askQuestion,
  cancelAsGuest,
  changeAsGuest,
  confirmAsGuest,
  confirmByLink,
  hideNote,
  leaveByLink,
};

import { acceptOffer } from "./commands/accept-offer.ts";
import { answerEvent } from "./commands/answer-event.ts";
import { confirmByLink, leaveByLink } from "./commands/answer-reminder.ts";
import { askAsGuest } from "./commands/ask-as-guest.ts";
import { cancelAsGuest } from "./commands/cancel-as-guest.ts";
import { acceptAsGuest, changeAsGuest } from "./commands/change-as-guest.ts";
import { changeSize } from "./commands/change-size.ts";
import { confirmAsGuest } from "./commands/confirm-as-guest.ts";
import { confirmComing } from "./commands/confirm-coming.ts";
import { countWalkIns } from "./commands/count-walk-ins.ts";
import { endSignUps } from "./commands/end-sign-ups.ts";
import { joinShift } from "./commands/join-shift.ts";
import { leaveShift } from "./commands/leave-shift.ts";
import { noteAttendance } from "./commands/note-attendance.ts";
import { announce, answerQuestion, askQuestion, hideNote } from "./commands/notes.ts";
import { removeSignUp } from "./commands/remove-sign-up.ts";
import { restoreSignUp } from "./commands/restore-sign-up.ts";
import { settlePlaces } from "./commands/settle-places.ts";
import { guestFacts } from "./guest.facts.ts";
import { guestJobs } from "./guest.jobs.ts";
import { noteFacts } from "./note.facts.ts";
import { noteFactJobs, noteJobs } from "./note.jobs.ts";
import { placesFacts } from "./participation.facts.ts";
import { placesFactJobs, placesJobs } from "./participation.jobs.ts";
import { mailFactJobs, mailJobs } from "./participation-mail.jobs.ts";
import { reminderFacts } from "./reminder.facts.ts";
import { reminderJobs } from "./reminder.jobs.ts";

/** Every command of taking part, by its name in the code: the probe table of the tests walks through it. */
export const participationCommands = {
  joinShift,
  leaveShift,
  acceptOffer,
  changeSize,
  answerEvent,
  confirmComing,
  removeSignUp,
  restoreSignUp,
  noteAttendance,
  countWalkIns,
  settlePlaces,
  endSignUps,
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
export const participationFacts = [...placesFacts, ...guestFacts, ...noteFacts, ...reminderFacts] as const;
export const participationJobs = [...placesJobs, ...mailJobs, ...guestJobs, ...reminderJobs, ...noteJobs] as const;
/** What is done about facts, and what participants are told of, by the fact's name. */
export const participationFactJobs = { ...placesFactJobs, ...mailFactJobs, ...noteFactJobs };

export { getAttendance } from "./attendance.queries.ts";
export type { AttendanceView } from "./attendance.views.ts";
export { noteReports } from "./commands/moderate-note.ts";
export { findGuestForm, getGuestPage } from "./guest.queries.ts";
export type { GuestPageView, OfferedShift } from "./guest.views.ts";
export { notesPersonalData } from "./note.personal-data.ts";
export { findNotes } from "./note.queries.ts";
export type { NotesView } from "./note.views.ts";
export { participationActivity } from "./participation.activity.ts";
export { fieldTogetherAffinity } from "./participation.affinity.ts";
export { eventRoom, participationLiveFacts } from "./participation.live.ts";
export { participationNotices } from "./participation.notices.ts";
export { participationPersonalData } from "./participation.personal-data.ts";
export { getPlaces } from "./places.queries.ts";
export type { PlacesView } from "./places.views.ts";
export { getReminderPage } from "./reminder.queries.ts";
export type { ReminderPageView } from "./reminder.views.ts";
export { getSignInSheet } from "./sheet.queries.ts";
export { sheetsOfAccount } from "./sheet-limit.rules.ts";
export {
  acceptAsGuest,
  acceptOffer,
  announce,
  answerEvent,
  answerQuestion,
  askAsGuest,
  askQuestion,
  cancelAsGuest,
  changeAsGuest,
  changeSize,
  confirmAsGuest,
  confirmByLink,
  confirmComing,
  countWalkIns,
  hideNote,
  joinShift,
  leaveByLink,
  leaveShift,
  noteAttendance,
  removeSignUp,
  restoreSignUp,
};

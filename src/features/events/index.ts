import { approveEvent, declineEvent } from "./commands/answer-proposal.ts";
import { cancelEvent } from "./commands/cancel-event.ts";
import { changeEvent } from "./commands/change-event.ts";
import { createEvent } from "./commands/create-event.ts";
import { discardEvent } from "./commands/discard-event.ts";
import { duplicateEvent } from "./commands/duplicate-event.ts";
import { publishEvent } from "./commands/publish-event.ts";
import { removeEventCover, setEventCover } from "./commands/set-event-cover.ts";

/** Every command of events, by its name in the code: the probe table of the tests walks through it. */
export const eventCommands = {
  createEvent,
  publishEvent,
  approveEvent,
  declineEvent,
  changeEvent,
  cancelEvent,
  discardEvent,
  duplicateEvent,
  setEventCover,
  removeEventCover,
};

export { applyChange } from "./commands/apply-change.ts";
export { type Copy, copyEvent, movedWith } from "./commands/copy-event.ts";
export { readContent } from "./commands/event-content.ts";
export { type LockedEvent, lockVisibleEvent } from "./commands/lock-event.ts";
export { findLastOfKind, getEventToEdit, listLastOfKinds } from "./edit-event.queries.ts";
export { eventCancelled, eventChanged, eventFacts, eventPublished } from "./event.facts.ts";
export {
  canRunEvent,
  creationRight,
  type EventStanding,
  homesOf,
  organisesEvent,
  staffsEvent,
  visibleEvents,
} from "./event.policy.ts";
export { getEvent } from "./event.queries.ts";
export {
  audienceScope,
  type EventAudience,
  type EventKind,
  type EventStage,
  eventAudiences,
  eventKinds,
  fieldKinds,
  hasStarted,
  isFieldAction,
  isOver,
  kindWords,
  PHONE_KEPT_MS,
} from "./event.rules.ts";
export type { EventCan, EventPlaceView, EventView } from "./event.views.ts";
export { getEventCover } from "./event-cover.queries.ts";
export { listCreationScopes, listProposals, type ProposalView } from "./event-desk.queries.ts";
export { eventMailJobs } from "./event-mail.jobs.ts";
export { getNewEvent, listLinkableDebates } from "./new-event.queries.ts";
export {
  approveEvent,
  cancelEvent,
  changeEvent,
  createEvent,
  declineEvent,
  discardEvent,
  duplicateEvent,
  publishEvent,
  setEventCover,
};

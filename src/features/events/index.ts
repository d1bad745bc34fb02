export { type Copy, copyEvent, movedWith } from "./commands/copy-event.ts";
export { type LockedEvent, lockVisibleEvent } from "./commands/lock-event.ts";
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

import { createEvent } from "./commands/create-event.ts";

/** Every command of events, by its name in the code: the probe table of the tests walks through it. */
export const eventCommands = { createEvent };

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
export { createEvent };

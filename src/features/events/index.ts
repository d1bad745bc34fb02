import { approveEvent, declineEvent } from "./commands/answer-proposal.ts";
import { extendSeries, repeatEvent } from "./commands/begin-series.ts";
import { cancelEvent } from "./commands/cancel-event.ts";
import { changeEvent } from "./commands/change-event.ts";
import { changeRule, endSeries } from "./commands/change-series.ts";
import { answerCoSection, askCoSection, leaveCoSection } from "./commands/co-sections.ts";
import { answerContact, nameContact, readContact, wipePhones, withdrawContact } from "./commands/contacts.ts";
import { createEvent } from "./commands/create-event.ts";
import { discardEvent } from "./commands/discard-event.ts";
import { duplicateEvent } from "./commands/duplicate-event.ts";
import { inviteMember, uninviteMember } from "./commands/invitees.ts";
import { addItem, claimItem, removeItem, unclaimItem } from "./commands/items.ts";
import { addOrganiser, removeOrganiser } from "./commands/organisers.ts";
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
  addOrganiser,
  removeOrganiser,
  askCoSection,
  answerCoSection,
  leaveCoSection,
  nameContact,
  answerContact,
  withdrawContact,
  readContact,
  wipePhones,
  addItem,
  removeItem,
  claimItem,
  unclaimItem,
  inviteMember,
  uninviteMember,
  repeatEvent,
  changeRule,
  endSeries,
  extendSeries,
};

export {
  type CoSectionRequestView,
  type CoSectionsView,
  type CoSectionView,
  findPlacesToAsk,
  getCoSections,
  listCoSectionRequests,
  listMyCoSections,
} from "./co-section.queries.ts";
export { applyChange } from "./commands/apply-change.ts";
export { type BeforeEdit, beginEdit, finishEdit } from "./commands/change-series.ts";
export { type Copy, copyEvent, movedWith } from "./commands/copy-event.ts";
export { readContent } from "./commands/event-content.ts";
export { type LockedEvent, lockVisibleEvent } from "./commands/lock-event.ts";
export { eventReports } from "./commands/moderate-event.ts";
export { type ContactView, getContact } from "./contact.queries.ts";
export { phoneWords } from "./contact.rules.ts";
export { type DebateEventView, listEventsOfDebate } from "./debate-event.queries.ts";
export { findLastOfKind, getEventToEdit, listLastOfKinds } from "./edit-event.queries.ts";
export { eventCancelled, eventChanged, eventFacts, eventPublished } from "./event.facts.ts";
export { eventNotices } from "./event.notices.ts";
export { eventsPersonalData } from "./event.personal-data.ts";
export {
  canRunEvent,
  creationRight,
  type EventStanding,
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
export type { EventCan, EventGroupView, EventPlaceView, EventView } from "./event.views.ts";
export { getEventCover } from "./event-cover.queries.ts";
export { listCreationScopes, listProposals, type ProposalView } from "./event-desk.queries.ts";
export { eventMailJobs } from "./event-mail.jobs.ts";
export { getInvitees, type InviteesView, type InviteeView } from "./invitee.queries.ts";
export { type ItemsView, type ItemView, listItems } from "./item.queries.ts";
export { getNewEvent, listLinkableDebates } from "./new-event.queries.ts";
export { organiserFacts } from "./organiser.facts.ts";
export { organiserFactJobs, organiserJobs } from "./organiser.jobs.ts";
export { getOrganisers, listEventCandidates, type OrganisersView, type OrganiserView } from "./organiser.queries.ts";
export { wasTakenOff } from "./people.policy.ts";
export { getPreparation, type PreparationView } from "./preparation.queries.ts";
export { occurrenceChanged, seriesFacts } from "./series.facts.ts";
export { seriesFactJobs, seriesJobs } from "./series.jobs.ts";
export { findSeries, type SeriesView } from "./series.queries.ts";
export { type Spread, spreads } from "./series.schema.ts";
export {
  addItem,
  addOrganiser,
  answerContact,
  answerCoSection,
  approveEvent,
  askCoSection,
  cancelEvent,
  changeEvent,
  changeRule,
  claimItem,
  createEvent,
  declineEvent,
  discardEvent,
  duplicateEvent,
  endSeries,
  extendSeries,
  inviteMember,
  leaveCoSection,
  nameContact,
  publishEvent,
  readContact,
  removeItem,
  removeOrganiser,
  repeatEvent,
  setEventCover,
  unclaimItem,
  uninviteMember,
  wipePhones,
  withdrawContact,
};

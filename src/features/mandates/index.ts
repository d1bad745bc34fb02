import { cancelHandover } from "./commands/cancel-handover.ts";
import { completeHandover } from "./commands/complete-handover.ts";
import { confirmHandover } from "./commands/confirm-handover.ts";
import { decideNomination } from "./commands/decide-nomination.ts";
import { endMandate } from "./commands/end-mandate.ts";
import { giveMandate } from "./commands/give-mandate.ts";
import { liftSuspension } from "./commands/lift-suspension.ts";
import { nominate } from "./commands/nominate.ts";
import { noteExpired } from "./commands/note-expired.ts";
import { proposeHandover } from "./commands/propose-handover.ts";
import { signHandover } from "./commands/sign-handover.ts";
import { tellEndings } from "./commands/tell-endings.ts";
import { viewContact } from "./commands/view-contact.ts";

/** Every command of mandates, by its name in the code. */
export const mandateCommands = {
  giveMandate,
  endMandate,
  nominate,
  decideNomination,
  proposeHandover,
  confirmHandover,
  signHandover,
  cancelHandover,
  completeHandover,
  liftSuspension,
  viewContact,
  noteExpired,
  tellEndings,
};

export { findConsole } from "./console.queries.ts";
export { findHandover, listHandoversToConfirm } from "./handover.queries.ts";
export type { HandoverPanelView, HandoverView } from "./handover.views.ts";
export { mandateFacts } from "./mandate.facts.ts";
export { mandateFactJobs, mandateJobs } from "./mandate.jobs.ts";
export { mandateNotices } from "./mandate.notices.ts";
export { mandatesPersonalData } from "./mandate.personal-data.ts";
export { canEndMandate, canGiveMandate, inForce, isHeld } from "./mandate.policy.ts";
export { listHolders, listRecipients } from "./mandate.queries.ts";
export type { HolderView, Recipient } from "./mandate.views.ts";
export {
  cancelHandover,
  completeHandover,
  confirmHandover,
  decideNomination,
  endMandate,
  giveMandate,
  liftSuspension,
  nominate,
  noteExpired,
  proposeHandover,
  signHandover,
  tellEndings,
  viewContact,
};

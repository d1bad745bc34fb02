import { abandonSignIn } from "./commands/abandon-sign-in.ts";
import { answerPublicName } from "./commands/answer-public-name.ts";
import { chooseAppearance } from "./commands/choose-appearance.ts";
import { confirmCode } from "./commands/confirm-code.ts";
import { confirmEmailChange } from "./commands/confirm-email-change.ts";
import { confirmSecondFactor } from "./commands/confirm-second-factor.ts";
import { createAdmin } from "./commands/create-admin.ts";
import { enterAs } from "./commands/enter-as.ts";
import { moveTown } from "./commands/move-town.ts";
import { passSecondFactor } from "./commands/pass-second-factor.ts";
import { removeSecondFactor } from "./commands/remove-second-factor.ts";
import { renewRecoveryCodes } from "./commands/renew-recovery-codes.ts";
import { requestAnotherCode } from "./commands/request-another-code.ts";
import { requestEmailChange } from "./commands/request-email-change.ts";
import { requestPasswordReset } from "./commands/request-password-reset.ts";
import { requestSignInCode } from "./commands/request-sign-in-code.ts";
import { requestSignUp } from "./commands/request-sign-up.ts";
import { resetPassword } from "./commands/reset-password.ts";
import { resetSecondFactor } from "./commands/reset-second-factor.ts";
import { revokeOtherSessions } from "./commands/revoke-other-sessions.ts";
import { revokeSession } from "./commands/revoke-session.ts";
import { setPassword } from "./commands/set-password.ts";
import { signInWithPassword } from "./commands/sign-in-with-password.ts";
import { signOut } from "./commands/sign-out.ts";
import { startSecondFactor } from "./commands/start-second-factor.ts";
import { suspendMember } from "./commands/suspend-member.ts";
import { verifyAdherent } from "./commands/verify-adherent.ts";

/** Every command of accounts, by its name in the code: the probe table of the tests walks through it. */
export const accountCommands = {
  requestSignUp,
  requestSignInCode,
  requestAnotherCode,
  confirmCode,
  signInWithPassword,
  requestPasswordReset,
  resetPassword,
  setPassword,
  requestEmailChange,
  confirmEmailChange,
  signOut,
  revokeSession,
  revokeOtherSessions,
  answerPublicName,
  suspendMember,
  createAdmin,
  verifyAdherent,
  enterAs,
  startSecondFactor,
  confirmSecondFactor,
  passSecondFactor,
  abandonSignIn,
  renewRecoveryCodes,
  removeSecondFactor,
  resetSecondFactor,
  moveTown,
  chooseAppearance,
};

export * from "./account.facts.ts";
export { accountJobs, sendCode } from "./account.jobs.ts";
export { accountsPersonalData } from "./account.personal-data.ts";
export { canLeave } from "./account.policy.ts";
export { getMyAccount, getPublicNameAnswer, listMySessions, memberIdOfEmail } from "./account.queries.ts";
export { isFreshSession } from "./account.rules.ts";
export { currentPassword, eraseAccountInput, nothingInput } from "./account.schema.ts";
export type { AccountView, PublicNameAnswer, SessionView } from "./account.views.ts";
export { roleName } from "./account.views.ts";
export { emailKey } from "./code.rules.ts";
export { composedCommand } from "./commands/composed-command.ts";
export { hashPassword } from "./commands/hash-password.ts";
export { findInviter, type Inviter } from "./commands/invitations.ts";
export { isProven, leavingLimits, writeErasureCode } from "./commands/leaving.ts";
export { keepOneNationalAdmin, lockSelf, lockSubject } from "./commands/members.ts";
export { requireProof } from "./commands/proof.ts";
export { CAST_DOMAIN } from "./demo.rules.ts";
export { drawnFrom, type InvitationRef, invitationToken, readInvitationToken } from "./invitation.rules.ts";
export {
  canLiftSuspension,
  canSuspend,
  canVerifyAdherent,
  longestSuspension,
  type Subject,
} from "./standing.policy.ts";
export {
  abandonSignIn,
  answerPublicName,
  chooseAppearance,
  confirmCode,
  confirmEmailChange,
  confirmSecondFactor,
  createAdmin,
  enterAs,
  moveTown,
  passSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  requestAnotherCode,
  requestEmailChange,
  requestPasswordReset,
  requestSignInCode,
  requestSignUp,
  resetPassword,
  resetSecondFactor,
  revokeOtherSessions,
  revokeSession,
  setPassword,
  signInWithPassword,
  signOut,
  startSecondFactor,
  suspendMember,
  verifyAdherent,
};

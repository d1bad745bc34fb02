import { answerPublicName } from "./commands/answer-public-name.ts";
import { confirmCode } from "./commands/confirm-code.ts";
import { confirmEmailChange } from "./commands/confirm-email-change.ts";
import { createAdmin } from "./commands/create-admin.ts";
import { enterAs } from "./commands/enter-as.ts";
import { eraseAccount } from "./commands/erase-account.ts";
import { giveMandate } from "./commands/give-mandate.ts";
import { requestAnotherCode } from "./commands/request-another-code.ts";
import { requestEmailChange } from "./commands/request-email-change.ts";
import { requestErasureCode } from "./commands/request-erasure-code.ts";
import { requestPasswordReset } from "./commands/request-password-reset.ts";
import { requestSignInCode } from "./commands/request-sign-in-code.ts";
import { requestSignUp } from "./commands/request-sign-up.ts";
import { resetPassword } from "./commands/reset-password.ts";
import { revokeOtherSessions } from "./commands/revoke-other-sessions.ts";
import { revokeSession } from "./commands/revoke-session.ts";
import { setPassword } from "./commands/set-password.ts";
import { signInWithPassword } from "./commands/sign-in-with-password.ts";
import { signOut } from "./commands/sign-out.ts";
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
  requestErasureCode,
  eraseAccount,
  suspendMember,
  giveMandate,
  createAdmin,
  verifyAdherent,
  enterAs,
};

export * from "./account.facts.ts";
export { accountJobs } from "./account.jobs.ts";
export { getMyAccount, getPublicNameAnswer, listMySessions, memberIdOfEmail } from "./account.queries.ts";
export type { AccountView, PublicNameAnswer, SessionView } from "./account.views.ts";
export { emailKey } from "./code.rules.ts";
export { hashPassword } from "./commands/hash-password.ts";
export { CAST_DOMAIN } from "./demo.rules.ts";
export {
  answerPublicName,
  confirmCode,
  confirmEmailChange,
  createAdmin,
  enterAs,
  eraseAccount,
  giveMandate,
  requestAnotherCode,
  requestEmailChange,
  requestErasureCode,
  requestPasswordReset,
  requestSignInCode,
  requestSignUp,
  resetPassword,
  revokeOtherSessions,
  revokeSession,
  setPassword,
  signInWithPassword,
  signOut,
  suspendMember,
  verifyAdherent,
};

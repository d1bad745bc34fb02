import { z } from "zod";
import { defineJob } from "@/platform/jobs.ts";
import { clearExpiredLimits } from "@/platform/limits.ts";
import { type Mail, sendMail } from "@/platform/mail.ts";
import { findCodeToSend, purgeAccounts } from "./account.queries.ts";
import { codeOf } from "./code.rules.ts";
import { addressTakenMail, codeMails, type NoticeKind, noAccountMail, noticeMails } from "./mail.rules.ts";

type CodeToSend = NonNullable<Awaited<ReturnType<typeof findCodeToSend>>>;

/** What to write to this address: here alone known and unknown ones part. */
function mailOf({ id, purpose, memberId, hasAccount }: CodeToSend): Omit<Mail, "to"> {
  const code = codeOf(id);
  switch (purpose) {
    case "sign_up":
      return hasAccount ? codeMails.alreadyMember(code) : codeMails.joining(code);
    case "sign_in":
      if (memberId) return codeMails.erasing(code);
      return hasAccount ? codeMails.signingIn(code) : noAccountMail;
    case "reset_password":
      return hasAccount ? codeMails.resettingPassword(code) : noAccountMail;
    case "change_email":
      return hasAccount ? addressTakenMail : codeMails.changingEmail(code);
  }
}

/** Writes to the address of a code, unless it was used or has expired meanwhile. */
export const sendCode = defineJob({
  name: "accounts.send-code",
  input: z.object({ codeId: z.string() }),
  async run({ codeId }) {
    const code = await findCodeToSend(codeId);
    if (code) await sendMail({ to: code.email, ...mailOf(code) });
  },
});

/** Tells an address that the account's password, address or second factor has changed. */
export const sendNotice = defineJob({
  name: "accounts.send-notice",
  input: z.object({ kind: z.enum(Object.keys(noticeMails) as [NoticeKind, ...NoticeKind[]]), to: z.string() }),
  async run({ kind, to }) {
    await sendMail({ to, ...noticeMails[kind] });
  },
});

/** Every hour: forgets expired codes with what sign-up asked, long-ended sessions, old receipts and counters. */
export const purge = defineJob({
  name: "accounts.purge",
  input: z.object({}),
  cron: "17 * * * *",
  async run() {
    await purgeAccounts();
    await clearExpiredLimits();
  },
});

export const accountJobs = [sendCode, sendNotice, purge] as const;

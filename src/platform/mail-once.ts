import { jobRun } from "./job-run.ts";
import { type Mail, sendMail } from "./mail.ts";
import { once } from "./mail-claims.ts";

/** Sends a mail once, whoever asks again and in whatever job: what makes it one is `key`. */
export const sendOnce = (key: readonly string[], mail: Mail): Promise<boolean> =>
  once(key, () => jobRun.run(undefined, () => sendMail(mail)));

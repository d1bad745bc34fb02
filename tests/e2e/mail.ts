import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { type MailView, readEml } from "../../src/features/accounts/eml.rules.ts";

// The demo's outgoing mail, read where the application puts it: its page (/demo/courrier) shows only the latest.

const known = new Map<string, MailView>();

async function mailsTo(email: string): Promise<MailView[]> {
  const folder = process.env.E2E_MAIL_DIR ?? "";
  const names = (await readdir(folder)).filter((name) => name.endsWith(".eml"));
  for (const name of names)
    if (!known.has(name)) known.set(name, readEml(name, await readFile(join(folder, name), "utf8")));
  return names
    .sort()
    .reverse()
    .flatMap((name) => known.get(name) ?? [])
    .filter(({ to }) => to === email);
}

/** The newest mail to an address that this is true of; waits for it: mail is a job's work. */
export async function findMail(email: string, isIt: (mail: MailView) => boolean, what = "a mail"): Promise<MailView> {
  let found: MailView | undefined;
  await expect
    .poll(
      async () => {
        found = (await mailsTo(email)).find(isIt);
        return found !== undefined;
      },
      { message: `${what} to ${email}`, intervals: [50, 100, 200] },
    )
    .toBe(true);
  return found as MailView;
}

/** The newest code that was sent to an address; `after` an earlier one, whose mail is there already. */
export async function readCode(email: string, after?: string): Promise<string> {
  const mail = await findMail(email, ({ code }) => code !== null && code !== after, "a code");
  return mail.code ?? "";
}

/** The text of the newest mail to an address that says something. */
export async function readMail(email: string, words: RegExp): Promise<string> {
  return (await findMail(email, ({ text }) => words.test(text), String(words))).text;
}

/** How many mails an address has had. */
export const countMails = async (email: string): Promise<number> => (await mailsTo(email)).length;

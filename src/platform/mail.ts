import { notBegun, surelyNotDelivered } from "./delivery.ts";
import { jobRun } from "./job-run.ts";
import { once } from "./mail-claims.ts";
import { address, htmlOf, textOf } from "./mail-design.ts";
import { askGate, type MailAbout, type MailFoot } from "./mail-gate.ts";
import { deliver } from "./mail-transport.ts";

/** One message to one person. Paragraphs of plain text; `code` stands out, `link` becomes a button. */
export type Mail = {
  to: string;
  subject: string;
  paragraphs: string[];
  code?: string;
  link?: { label: string; path: string };
  /** A second way, quiet, under the message: never to be written to again. */
  smallLink?: { label: string; path: string };
  /** For a member, of a kind that she is told of: her choice decides whether it leaves, and what stands under it. */
  about?: MailAbout;
  /** What a list of messages shows after the subject; the paragraphs when nothing is said. */
  preheader?: string;
  /** What is told under headings: a digest. */
  sections?: MailSection[];
  /** A last paragraph, under the sections. */
  more?: string;
};

export type MailSection = {
  heading: string;
  groups: { about?: string; lines: { text: string; path: string; note?: string }[] }[];
};

/**
 * Sends one message: over SMTP, or in the embedded demo into the folder of `.eml` files. Throws when it could not. From a
 * job it leaves once, however often the job is begun: then it throws only when it surely did not leave. False: its reader
 * does not want it now.
 */
export async function sendMail(mail: Mail): Promise<boolean> {
  const run = jobRun.getStore();
  if (!run) return leave(mail);
  return once(["job", run.id, mail.to, mail.subject, mail.link?.path ?? ""], () => leave(mail));
}

async function leave(mail: Mail): Promise<boolean> {
  const departure = await askGate(mail.about).catch((error: unknown) => {
    throw notBegun(error);
  });
  if (!departure) return false;
  const { foot, kept } = departure;
  const headers = headersOf(foot);
  try {
    await deliver({ to: mail.to, subject: mail.subject, text: textOf(mail, foot), html: htmlOf(mail, foot), headers });
    return true;
  } catch (error) {
    if (surelyNotDelivered(error)) await kept?.();
    throw error;
  }
}

/** What a mail program ends such mails by, without opening a page (RFC 2369, RFC 8058). */
const headersOf = (foot: MailFoot | undefined): Record<string, string> =>
  foot?.end
    ? {
        "List-Unsubscribe": `<${address(foot.end.oneClickPath)}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }
    : {};

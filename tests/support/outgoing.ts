import { readEml } from "@/features/accounts/eml.rules.ts";
import { closeMail } from "@/platform/mail-transport.ts";
import { openSmtpSink, type Received, type SmtpSink } from "./smtp-sink.ts";

/**
 * Mails leave over SMTP in this test file, to a server of its own. To be called before the environment is read; `patience`:
 * after how long of silence the client gives up, in ms.
 */
export async function sendToSink(patience = 400): Promise<SmtpSink> {
  const sink = await openSmtpSink();
  Object.assign(process.env, {
    COOPOL_DEMO: "0",
    SMTP_URL: `smtp://127.0.0.1:${sink.port}?socketTimeout=${patience}&greetingTimeout=${patience}`,
    MAIL_FROM: "La Coopol <ne-pas-repondre@example.org>",
  });
  return sink;
}

/** Ends the connections of both sides. */
export async function closeSink(sink: SmtpSink): Promise<void> {
  closeMail();
  await sink.close();
}

/** What arrived for somebody, as she reads it, the oldest first. */
export const mailsTo = (sink: SmtpSink, email: string) =>
  sink.received.filter(({ to }) => to === email).map((one) => ({ ...readEml("", one.raw), raw: one.raw }));

/** A header of a message, unfolded. */
export const headerOf = ({ raw }: Pick<Received, "raw">, name: string): string | null =>
  new RegExp(`^${name}: (.*)$`, "im").exec((raw.split("\r\n\r\n")[0] ?? "").replace(/\r\n[ \t]+/g, " "))?.[1] ?? null;

import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { createTransport, type Transporter } from "nodemailer";
import { newId } from "@/core/ids.ts";
import { organisation } from "@/core/organisation.ts";
import { env } from "./env.ts";
import { singletons } from "./singletons.ts";

export type Message = { to: string; subject: string; text: string; html: string; headers: Record<string, string> };

// Well below the two minutes that a job has: a job that is given up is begun again.
const CONNECTION_MS = 15_000;
const SILENCE_MS = 40_000;
const ALTOGETHER_MS = 90_000;

/** Whether the message's own bytes were asked for: before, nothing of it has left. */
type Begun = { stream?: Readable };
type Composed = { data: { begun?: Begun }; message: { createReadStream: (options?: object) => Readable } };

/** The connections to the mail server, kept from one mail to the next; what SMTP_URL says of them goes before. */
function smtp(): Transporter {
  if (singletons.smtp) return singletons.smtp;
  const { SMTP_URL, MAIL_FROM } = env();
  const options = {
    connectionTimeout: CONNECTION_MS,
    greetingTimeout: CONNECTION_MS,
    dnsTimeout: CONNECTION_MS,
    socketTimeout: SILENCE_MS,
    maxConnections: 5,
    maxRequeues: 1, // before the message: the job tries again, later
    idleTimeout: 30_000,
    ...settingsOf(SMTP_URL ?? ""),
  };
  const opened = createTransport({ ...options, url: SMTP_URL, pool: true } as object, { from: MAIL_FROM });
  opened.use("stream", (mail, done) => {
    const { data, message } = mail as unknown as Composed;
    const make = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const stream = make(options);
      if (data.begun) data.begun.stream = stream;
      return stream;
    };
    done();
  });
  singletons.smtp = opened;
  return opened;
}

/** The numbers that a mail server's URL sets: "?maxConnections=2&socketTimeout=20000". */
function settingsOf(url: string): Record<string, number> {
  const search = URL.canParse(url) ? new URL(url).searchParams : new URLSearchParams();
  return Object.fromEntries(
    [...search].flatMap(([name, value]) => (/^\d+$/.test(value) ? [[name, Number(value)]] : [])),
  );
}

/** Hands a message over: to the mail server, or in the embedded demo into the folder of `.eml` files. */
export async function deliver(message: Message): Promise<void> {
  const { MAIL_DIR, COOPOL_DEMO } = env();
  const headers = { "Auto-Submitted": "auto-generated", ...message.headers };
  if (COOPOL_DEMO === "1" && MAIL_DIR) return writeEml(MAIL_DIR, { ...message, headers });
  const begun: Begun = {};
  const signal = AbortSignal.timeout(ALTOGETHER_MS);
  try {
    await smtp().sendMail({ ...message, headers, begun, signal } as object);
  } catch (error) {
    throw told(error, begun);
  }
}

/** The failure without the server's words, which repeat addresses; `unsent` when nothing of the message left. */
function told(error: unknown, { stream }: Begun): Error {
  const { code, command, responseCode } = error as { code?: string; command?: string; responseCode?: number };
  const unsent = !stream?.readableDidRead;
  return Object.assign(new Error("mail not delivered"), { code, command, responseCode, unsent });
}

/** Ends the connections to the mail server: what is on its way ends first. */
export function closeMail(): void {
  singletons.smtp?.close();
  singletons.smtp = undefined;
}

async function writeEml(folder: string, message: Message): Promise<void> {
  const transport = createTransport({ streamTransport: true, buffer: true });
  const sent = await transport.sendMail({ ...message, from: `${organisation.name} <demo@localhost>` });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = `${new Date().toISOString().replace(/[:.]/g, "-")}-${newId()}`;
  await writeFile(join(folder, `${name}.part`), sent.message as Buffer, { mode: 0o600 });
  await rename(join(folder, `${name}.part`), join(folder, `${name}.eml`)); // never seen half-written
}

import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { newId } from "@/core/ids.ts";
import { organisation } from "@/core/organisation.ts";
import { env } from "./env.ts";

/** One message to one person. Paragraphs of plain text; `code` stands out, `link` becomes a button. */
export type Mail = {
  to: string;
  subject: string;
  paragraphs: string[];
  code?: string;
  link?: { label: string; path: string };
  /** A second way, quiet, under the message: never to be written to again. */
  smallLink?: { label: string; path: string };
};

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Links use the configured origin only, never what a request said. */
const address = (path: string) => `${env().APP_ORIGIN}${path}`;

function plainText(mail: Mail): string {
  const parts = [
    ...mail.paragraphs.slice(0, 1),
    ...(mail.code ? [`    ${mail.code}`] : []),
    ...mail.paragraphs.slice(1),
  ];
  if (mail.link) parts.push(`${mail.link.label} : ${address(mail.link.path)}`);
  if (mail.smallLink) parts.push(`${mail.smallLink.label} : ${address(mail.smallLink.path)}`);
  return `${parts.join("\n\n")}\n\n${organisation.name}\n${env().APP_ORIGIN}\n`;
}

function html(mail: Mail): string {
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`;
  const [first = "", ...rest] = mail.paragraphs;
  const code = mail.code
    ? `<p style="margin:8px 0 24px;font:700 34px/1.2 ui-monospace,monospace;letter-spacing:.18em;color:#9c0d2d">${mail.code}</p>`
    : "";
  const link = mail.link
    ? `<p style="margin:24px 0"><a href="${escapeHtml(address(mail.link.path))}" style="background:#bf1238;color:#fff;text-decoration:none;font-weight:600;padding:13px 24px;border-radius:99px;display:inline-block">${escapeHtml(mail.link.label)}</a></p>`
    : "";
  const smallLink = mail.smallLink
    ? `<p style="margin:20px 0 0;color:#6b5f61;font-size:13.5px"><a href="${escapeHtml(address(mail.smallLink.path))}" style="color:inherit">${escapeHtml(mail.smallLink.label)}</a></p>`
    : "";
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<body style="margin:0;background:#faf6f0;color:#221a1c;font:16px/1.55 system-ui,sans-serif"><div style="max-width:560px;margin:0 auto;padding:32px 20px">
<p style="margin:0 0 24px;font-weight:800;font-size:22px;letter-spacing:-.03em">${escapeHtml(organisation.name)}</p>
<div style="background:#fffdfa;border:1px solid #e8dfd4;border-radius:16px;padding:28px 24px">${paragraph(first)}${code}${rest.map(paragraph).join("")}${link}</div>
${smallLink}<p style="margin:20px 0 0;color:#6b5f61;font-size:13.5px"><a href="${env().APP_ORIGIN}" style="color:inherit">${env().APP_ORIGIN}</a></p></div></body></html>`;
}

/** Sends one message: over SMTP, or in the embedded demo into the folder of `.eml` files. Throws when it could not. */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM, MAIL_DIR, COOPOL_DEMO } = env();
  const message = { to: mail.to, subject: mail.subject, text: plainText(mail), html: html(mail) };
  if (COOPOL_DEMO === "1" && MAIL_DIR) return writeEml(MAIL_DIR, message);
  const transport = createTransport(SMTP_URL, { from: MAIL_FROM });
  try {
    await transport.sendMail(message);
  } finally {
    transport.close();
  }
}

async function writeEml(
  folder: string,
  message: { to: string; subject: string; text: string; html: string },
): Promise<void> {
  const transport = createTransport({ streamTransport: true, buffer: true });
  const sent = await transport.sendMail({ ...message, from: `${organisation.name} <demo@localhost>` });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = `${new Date().toISOString().replace(/[:.]/g, "-")}-${newId()}`;
  await writeFile(join(folder, `${name}.part`), sent.message as Buffer, { mode: 0o600 });
  await rename(join(folder, `${name}.part`), join(folder, `${name}.eml`)); // never seen half-written
}

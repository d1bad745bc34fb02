/** One message of the demo's mail folder, as its page shows it. */
export type MailView = {
  id: string;
  to: string;
  subject: string;
  date: Date | null;
  text: string;
  code: string | null;
};

function quotedPrintable(text: string): Buffer {
  const bytes: number[] = [];
  const joined = text.replace(/=\r?\n/g, "");
  for (let at = 0; at < joined.length; at++) {
    const hex = joined[at] === "=" ? /^[0-9A-F]{2}/i.exec(joined.slice(at + 1))?.[0] : undefined;
    if (hex) {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    } else bytes.push(...Buffer.from(joined[at] ?? ""));
  }
  return Buffer.from(bytes);
}

function decoded(body: string, encoding: string): string {
  if (/base64/i.test(encoding)) return Buffer.from(body, "base64").toString("utf8");
  return /quoted-printable/i.test(encoding) ? quotedPrintable(body).toString("utf8") : body;
}

/** "=?UTF-8?Q?…?=" words of a header, decoded; white space between two of them is none. */
function headerWords(value: string): string {
  const joined = value.replace(/\?=\s+=\?/g, "?==?");
  return joined.replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
    kind.toLowerCase() === "b" ? decoded(text, "base64") : quotedPrintable(text.replace(/_/g, " ")).toString("utf8"),
  );
}

function headersOf(head: string): Map<string, string> {
  const lines = head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  return new Map(
    lines.map((line) => [line.split(":")[0]?.toLowerCase() ?? "", line.slice(line.indexOf(":") + 1).trim()]),
  );
}

function split(message: string): [head: string, body: string] {
  const [head = "", ...rest] = message.split(/\r?\n\r?\n/);
  return [head, rest.join("\n\n")];
}

/** Reads a message that our own mailer wrote: its headers and its plain text. */
export function readEml(id: string, message: string): MailView {
  const [head, body] = split(message);
  const headers = headersOf(head);
  const boundary = /boundary="?([^";]+)"?/i.exec(headers.get("content-type") ?? "")?.[1];
  const parts = boundary ? body.split(`--${boundary}`).map((part) => split(part.trimStart())) : [[head, body] as const];
  const [partHead, partBody] = parts.find(([part]) => /text\/plain/i.test(part)) ?? ["", ""];
  const text = decoded(partBody, headersOf(partHead).get("content-transfer-encoding") ?? "").trim();
  const date = new Date(headers.get("date") ?? "");
  return {
    id,
    to: headers.get("to") ?? "",
    subject: headerWords(headers.get("subject") ?? ""),
    date: Number.isNaN(date.getTime()) ? null : date,
    text,
    code: /^\s*(\d{6})\s*$/m.exec(text)?.[1] ?? null,
  };
}

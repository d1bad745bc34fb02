import type { IncomingMessage } from "node:http";
import { MAX_SENT_BYTES } from "../upload.ts";
import { comesFromUs } from "./origin.ts";

const MB = 1024 * 1024;
/** What a form or a JSON call may weigh. */
const MAX_BODY_BYTES = MB;
/** A form's borders and names around its file. */
const FORM_BYTES = 64 * 1024;

/** Doors of what is heavier: what may be sent to each, and what is said of more. They stream, and hold much less. */
const UPLOAD_DOORS: readonly { door: RegExp; bytes: number; said: number }[] = [
  {
    door: /^\/api\/(?:(?:debats|evenements|groupes)\/[0-9a-z]{12}\/couverture|membres\/[0-9a-z]{12}\/photo|terrain\/[0-9a-z]{12}\/photos|publications\/photos|messages\/photos)$/,
    bytes: MAX_SENT_BYTES,
    said: 5,
  },
  { door: /^\/api\/(?:groupes\/[0-9a-z]{12}|messages)\/fichiers$/, bytes: 25 * MB + FORM_BYTES, said: 25 },
  { door: /^\/api\/publications\/videos$/, bytes: 100 * MB + FORM_BYTES, said: 100 },
];

const uploadDoorOf = (request: IncomingMessage) =>
  request.method === "POST" ? UPLOAD_DOORS.find(({ door }) => door.test(request.url ?? "")) : undefined;

/** Whether what is sent there takes minutes over a telephone line. */
export const isLongUpload = (request: IncomingMessage): boolean => (uploadDoorOf(request)?.bytes ?? 0) > MAX_SENT_BYTES;

/**
 * The one door that takes what does not come from us: where mail programs end mails of one kind by themselves (RFC 8058).
 * The token in the address is its authority; neither cookies nor anything else is looked at there.
 */
const ONE_CLICK = /^\/api\/desabonnement\/[0-9a-hjkmnp-tv-z]{38}$/;

const isOneClick = ({ method, url, headers }: IncomingMessage): boolean =>
  method === "POST" && ONE_CLICK.test(url ?? "") && isForm(headers["content-type"]);

type Refusal = { status: number; text: string };

/** What is refused before Next sees it, with its sentence: another origin, no form, a body too large or of unknown size. */
export function refusalOf(ours: string, request: IncomingMessage): Refusal | null {
  if (!comesFromUs(ours, request) && !isOneClick(request))
    return { status: 403, text: "Requête refusée : elle ne vient pas de La Coopol." };
  const { "content-length": length, "transfer-encoding": encoding } = request.headers;
  const { bytes, said } = uploadDoorOf(request) ?? { bytes: MAX_BODY_BYTES, said: 1 };
  if (Number(length ?? 0) > bytes) return { status: 413, text: `C’est trop volumineux : ${said} Mo au plus.` };
  if (request.method === "POST" && !request.url?.startsWith("/api/") && !isForm(request.headers["content-type"]))
    return { status: 415, text: "Requête refusée : ce n’est pas un formulaire." };
  if (encoding !== undefined) return { status: 411, text: "Requête refusée : sa taille n’est pas annoncée." };
  return null;
}

/** Pages take forms, and nothing else: our actions are never called with another kind of body. */
function isForm(type: string | undefined): boolean {
  return /^application\/x-www-form-urlencoded\b|^multipart\/form-data\s*;.*\bboundary=\S+/i.test(type ?? "");
}

/** Whether an address can be read: a broken percent sequence is an address that leads nowhere, not a fault. */
export function isReadable(url: string | undefined): boolean {
  try {
    decodeURIComponent((url ?? "/").split("?")[0] ?? "/");
    return true;
  } catch {
    return false;
  }
}

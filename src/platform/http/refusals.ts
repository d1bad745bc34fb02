import type { IncomingMessage } from "node:http";
import { MAX_SENT_BYTES } from "../upload.ts";
import { comesFromUs } from "./origin.ts";

/** What a form or a JSON call may weigh. */
const MAX_BODY_BYTES = 1024 * 1024;
/** Uploads stream through doors of their own, which hold much less than they may be sent. */
const UPLOAD_DOORS = /^\/api\/(?:debats\/[0-9a-z]{12}\/couverture|membres\/[0-9a-z]{12}\/photo)$/;

type Refusal = { status: number; text: string };

/** What is refused before Next sees it, with its sentence: another origin, no form, a body too large or of unknown size. */
export function refusalOf(ours: string, request: IncomingMessage): Refusal | null {
  if (!comesFromUs(ours, request)) return { status: 403, text: "Requête refusée : elle ne vient pas de La Coopol." };
  const { "content-length": length, "transfer-encoding": encoding } = request.headers;
  const upload = request.method === "POST" && UPLOAD_DOORS.test(request.url ?? "");
  if (Number(length ?? 0) > (upload ? MAX_SENT_BYTES : MAX_BODY_BYTES))
    return { status: 413, text: `C’est trop volumineux : ${upload ? 5 : 1} Mo au plus.` };
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

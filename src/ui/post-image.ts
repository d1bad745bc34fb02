import type { PublicError } from "@/core/app-error.ts";
import { reasons } from "@/core/reasons.ts";

/** As the door has it; said at once rather than after sending. */
const MAX_UPLOAD_BYTES = 5 * 1024 * 1024;
const FAILED = "L’envoi n’a pas abouti. Vérifie ta connexion et réessaie.";

/** Sends a picture, as it is made ready, to its door. The sentence of a refusal, or null. */
export async function postImage(address: string, ready: () => Promise<File>): Promise<string | null> {
  try {
    const image = await ready();
    if (image.size > MAX_UPLOAD_BYTES) return reasons.image_too_heavy;
    const body = new FormData();
    body.append("image", image);
    const response = await fetch(address, { method: "POST", body, headers: { accept: "application/json" } });
    if (response.ok) return null;
    const answer = (await response.json().catch(() => null)) as { error?: PublicError } | null;
    return answer?.error?.message ?? (response.status === 413 ? reasons.image_too_heavy : FAILED);
  } catch {
    return FAILED;
  }
}

import { counted } from "@/core/french-dates.ts";
import type { Upload } from "./use-uploads.ts";

/** What a screen reader is told while things are on their way. */
export function saidOfUploads(uploads: readonly Upload[]): string {
  if (uploads.length === 0) return "";
  const [arrived, failed] = ["sent", "failed"].map((state) => uploads.filter((one) => one.state === state).length);
  if (uploads.some(({ state }) => state === "sending" || state === "waiting"))
    return `Envoi : ${arrived} sur ${uploads.length}.`;
  return failed ? `${counted(failed, "envoi")} sans succès.` : "Tout est envoyé.";
}

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { PublicError } from "@/core/app-error.ts";
import { reasons } from "@/core/reasons.ts";
import { lighterImage } from "./lighter-image.ts";

/** As the door has it; said at once rather than after sending. */
const MAX_UPLOAD_BYTES = 5 * 1024 * 1024;
const FAILED = "L’envoi n’a pas abouti. Vérifie ta connexion et réessaie.";

/** Sends a picture without leaving the page: what is chosen, whether it is on its way, and what came of it. */
export function useCoverUpload(address: string) {
  const router = useRouter();
  const [chosen, setChosen] = useState<{ file: File; preview: string } | null>(null);
  const [pending, setPending] = useState(false);
  const [outcome, setOutcome] = useState<{ done: boolean; message: string } | null>(null);

  useEffect(() => () => void (chosen && URL.revokeObjectURL(chosen.preview)), [chosen]);

  function choose(file: File | undefined): void {
    setOutcome(null);
    setChosen(file ? { file, preview: URL.createObjectURL(file) } : null);
  }

  /** Answers whether the picture is now the debate's. */
  async function send(): Promise<boolean> {
    if (pending) return false;
    if (!chosen) {
      setOutcome({ done: false, message: reasons.image_missing });
      return false;
    }
    setPending(true);
    setOutcome(null);
    const error = await post(address, chosen.file).catch(() => FAILED);
    setPending(false);
    if (error !== null) {
      setOutcome({ done: false, message: error });
      return false;
    }
    setChosen(null);
    setOutcome({ done: true, message: "La couverture est en place." });
    router.refresh();
    return true;
  }

  return { preview: chosen?.preview ?? null, pending, outcome, choose, send };
}

/** The sentence of a refusal, or null. */
async function post(address: string, file: File): Promise<string | null> {
  const image = await lighterImage(file);
  if (image.size > MAX_UPLOAD_BYTES) return reasons.image_too_heavy;
  const body = new FormData();
  body.append("image", image);
  const response = await fetch(address, { method: "POST", body, headers: { accept: "application/json" } });
  if (response.ok) return null;
  const answer = (await response.json().catch(() => null)) as { error?: PublicError } | null;
  return answer?.error?.message ?? (response.status === 413 ? reasons.image_too_heavy : FAILED);
}

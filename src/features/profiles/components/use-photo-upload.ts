import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { PublicError } from "@/core/app-error.ts";
import { reasons } from "@/core/reasons.ts";

/** As the door has it; said at once rather than after sending. */
const MAX_UPLOAD_BYTES = 5 * 1024 * 1024;
const FAILED = "L’envoi n’a pas abouti. Vérifie ta connexion et réessaie.";

type Chosen = { file: File; preview: string };

/** Sends a photo without leaving the page: what is chosen, whether it is on its way, and what came of it. */
export function usePhotoUpload(address: string) {
  const router = useRouter();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [pending, setPending] = useState(false);
  const [outcome, setOutcome] = useState<{ done: boolean; message: string } | null>(null);

  useEffect(() => () => void (chosen && URL.revokeObjectURL(chosen.preview)), [chosen]);

  function choose(file: File | undefined): void {
    setOutcome(null);
    setChosen(file ? { file, preview: URL.createObjectURL(file) } : null);
  }

  function refuse(message: string): false {
    setOutcome({ done: false, message });
    return false;
  }

  /** Answers whether the photo is now hers. `frame` makes the file that is sent. */
  async function send(frame: (file: File, preview: string) => Promise<File>): Promise<boolean> {
    if (pending) return false;
    if (!chosen) return refuse(reasons.image_missing);
    setPending(true);
    setOutcome(null);
    const error = await frame(chosen.file, chosen.preview)
      .then((image) => post(address, image))
      .catch(() => FAILED);
    setPending(false);
    if (error !== null) return refuse(error);
    setChosen(null);
    setOutcome({ done: true, message: "Ta photo est en place." });
    router.refresh();
    return true;
  }

  return { chosen, pending, outcome, choose, send };
}

/** The sentence of a refusal, or null. */
async function post(address: string, image: File): Promise<string | null> {
  if (image.size > MAX_UPLOAD_BYTES) return reasons.image_too_heavy;
  const body = new FormData();
  body.append("image", image);
  const response = await fetch(address, { method: "POST", body, headers: { accept: "application/json" } });
  if (response.ok) return null;
  const answer = (await response.json().catch(() => null)) as { error?: PublicError } | null;
  return answer?.error?.message ?? (response.status === 413 ? reasons.image_too_heavy : FAILED);
}

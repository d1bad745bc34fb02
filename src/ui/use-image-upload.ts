import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { reasons } from "@/core/reasons.ts";
import { lighterImage } from "./lighter-image.ts";
import { postImage } from "./post-image.ts";

type Chosen = { file: File; preview: string };

/**
 * Sends a picture without leaving the page: what is chosen, whether it is on its way, what came of it, and the sentence of
 * a refusal, the one that a form sent before scripts came back with too. `done` is said once it is there.
 */
export function useImageUpload(address: string, done: string) {
  const router = useRouter();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [pending, setPending] = useState(false);
  const [outcome, setOutcome] = useState<{ done: boolean; message: string } | null>(null);
  const reason = useSearchParams().get("image") ?? "";
  const refused = Object.hasOwn(reasons, reason) ? reasons[reason as keyof typeof reasons] : null;
  const error = outcome ? (outcome.done ? null : outcome.message) : chosen ? null : refused;

  useEffect(() => () => void (chosen && URL.revokeObjectURL(chosen.preview)), [chosen]);

  function choose(file: File | undefined): void {
    setOutcome(null);
    setChosen(file ? { file, preview: URL.createObjectURL(file) } : null);
  }

  function refuse(message: string): false {
    setOutcome({ done: false, message });
    return false;
  }

  /** Answers whether the picture is there now. `ready` makes the file that is sent: a lighter one, where nothing else is asked. */
  async function send(ready: (file: File, preview: string) => Promise<File> = lighterImage): Promise<boolean> {
    if (pending) return false;
    if (!chosen) return refuse(reasons.image_missing);
    setPending(true);
    setOutcome(null);
    const refusal = await postImage(address, () => ready(chosen.file, chosen.preview));
    setPending(false);
    if (refusal !== null) return refuse(refusal);
    setChosen(null);
    setOutcome({ done: true, message: done });
    router.refresh();
    return true;
  }

  return { chosen, pending, outcome, error, choose, send };
}

import { toast } from "@/ui/toast.tsx";
import type { MessageView } from "../message.views.ts";

/** Copies the words of a message, as they were written. */
export async function copyWords({ body }: MessageView): Promise<void> {
  try {
    await navigator.clipboard.writeText(body);
    toast("Texte copié");
  } catch {
    toast("Ton navigateur ne laisse pas copier : sélectionne le texte.", "error");
  }
}

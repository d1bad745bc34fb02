import { organisation } from "@/core/organisation.ts";
import { Notice } from "@/ui/notice.tsx";

/** What was just done, said on the page where it leads: `?fait=…`. Anything else in the address says nothing. */
const sentences = {
  "code-renvoye": "Un nouveau code est parti. Les précédents ne valent plus.",
  "adresse-changee": "Ton adresse est changée. Tes autres sessions sont fermées.",
  "commune-enregistree": "Ta commune est enregistrée.",
  "apparence-choisie": `C’est noté : ${organisation.name} gardera cette apparence dans ce navigateur.`,
  "compte-supprime": "Ton compte est supprimé. Merci pour le chemin fait ensemble.",
} as const;

export type Said = keyof typeof sentences;

/** The page's address with what to say there. */
export const saying = (path: string, said: Said) => `${path}?fait=${said}`;

export function SaidNotice({ said, className }: { said: string | string[] | undefined; className?: string }) {
  const sentence = typeof said === "string" && Object.hasOwn(sentences, said) ? sentences[said as Said] : null;
  if (!sentence) return null;
  return (
    <Notice tone="success" role="status" className={className}>
      {sentence}
    </Notice>
  );
}

import { Notice } from "@/ui/notice.tsx";

/** What was just done, said where it leads: `?fait=…`. Anything else in the address says nothing. */
const sentences = {
  retrait: "C’est fait. Personne n’a été prévenu.",
  blocage: "C’est fait : vous ne vous voyez plus. La personne n’en saura rien.",
} as const;

export function Said({ what }: { what: string | string[] | undefined }) {
  const known = typeof what === "string" && Object.hasOwn(sentences, what);
  if (!known) return null;
  return (
    <Notice tone="success" role="status" className="mb-6">
      {sentences[what as keyof typeof sentences]}
    </Notice>
  );
}

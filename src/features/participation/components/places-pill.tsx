import { classNames } from "@/ui/class-names.ts";

type Places = { count: string; missing: string | null; full?: boolean; waiting?: string | null };

/** "4 sur 6 · il manque 2 personnes", "6 sur 6 · complet · 3 en attente": words, and a colour that helps. */
export function PlacesPill({ count, missing, full = false, waiting = null }: Places) {
  const parts = [count, missing, full && "complet", waiting].filter(Boolean);
  return (
    <p
      className={classNames(
        "w-fit rounded-card px-2.5 py-0.5 text-note leading-6 font-[650]",
        missing ? "bg-amber-soft text-amber" : full ? "bg-pour-soft text-ok" : "bg-sunken text-ink-2",
      )}
    >
      {parts.join(" · ")}
    </p>
  );
}

import type { LiveStatus } from "@/live/client/use-live-room.ts";
import { Icon } from "@/ui/icons.tsx";

/** The reader wants nothing to move: said where she writes, with the way on. */
export function PausedWords({ onResume }: { onResume: () => void }) {
  return (
    <p className="flex items-center justify-center gap-3 bg-amber-soft px-4 py-1.5 text-note font-semibold text-amber">
      Direct suspendu
      <button type="button" onClick={onResume} className="min-h-11 underline underline-offset-2">
        Reprendre
      </button>
    </p>
  );
}

/** Says in words that the line is lost, and what becomes of what one writes meanwhile. */
export function ConnectionWords({ status }: { status: LiveStatus }) {
  return (
    <div role="status" className="pointer-events-none absolute inset-x-0 top-2 z-10 flex justify-center px-3">
      {status === "lost" && (
        <p className="flex animate-arrive items-center gap-2 rounded-full bg-amber-soft px-4 py-2 text-note font-[650] text-amber">
          <Icon name="offline" size={18} className="shrink-0" />
          Hors ligne : ce que tu écris attend ici
        </p>
      )}
    </div>
  );
}

import type { LiveStatus } from "@/live/client/use-live-room.ts";
import { Icon } from "@/ui/icons.tsx";

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

import { useEffect, useRef, useState } from "react";
import type { LiveStatus } from "@/live/client/use-live-room.ts";
import { classNames } from "@/ui/class-names.ts";
import { Icon } from "@/ui/icons.tsx";

const BACK_MS = 4_000;

/** Says in words that the connection is lost, and that it is back. */
export function ConnectionWords({ status }: { status: LiveStatus }) {
  const wasLost = useRef(false);
  const [back, setBack] = useState(false);

  useEffect(() => {
    if (status === "lost") {
      wasLost.current = true;
      setBack(false);
    }
    if (status !== "live" || !wasLost.current) return;
    wasLost.current = false;
    setBack(true);
    const timer = setTimeout(setBack, BACK_MS, false);
    return () => clearTimeout(timer);
  }, [status]);

  const lost = status === "lost";
  return (
    <div role="status" className="sticky top-2 z-10 flex justify-center md:top-20">
      {(lost || back) && (
        <p
          className={classNames(
            "mb-4 flex animate-arrive items-center gap-2 rounded-full px-4 py-2 text-note font-[650]",
            lost ? "bg-amber-soft text-amber" : "bg-pour-soft text-ok",
          )}
        >
          <Icon name={lost ? "offline" : "check"} size={18} className="shrink-0" />
          {lost ? "Connexion perdue : ce que tu écris est gardé. Nouvel essai…" : "De retour en direct"}
        </p>
      )}
    </div>
  );
}

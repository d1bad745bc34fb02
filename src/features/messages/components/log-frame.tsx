import type { ReactNode } from "react";
import type { LiveStatus } from "@/live/client/use-live-room.ts";
import { buttonClasses } from "@/ui/button.tsx";
import { Icon } from "@/ui/icons.tsx";
import { ConnectionWords } from "./connection-words.tsx";
import type { AttachmentsInHand } from "./use-attachments.ts";
import type { Reading } from "./use-reading.ts";

/** Where a log scrolls, its end at the bottom, and what lies over it: the line is lost, the way back down, where files are dropped. */
export function LogFrame({
  reading: { box, atEnd, onScroll, toEnd, fresh },
  status,
  drop,
  children,
}: {
  reading: Reading;
  status: LiveStatus;
  /** What takes files that are dropped here; none where one does not write. */
  drop: AttachmentsInHand | null;
  children: ReactNode;
}) {
  return (
    <div className="relative flex min-h-0 flex-1 flex-col" {...drop?.dropping}>
      <section
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
        aria-label="Messages"
        data-scrolls
        onScroll={onScroll}
        className="flex min-h-0 flex-1 flex-col-reverse overflow-x-hidden overflow-y-auto overscroll-contain px-3 [overflow-anchor:none] lg:px-5"
      >
        <div className="grid gap-3 py-4">{children}</div>
      </section>
      <ConnectionWords status={status} />
      {!atEnd && (
        <button
          type="button"
          onClick={toEnd}
          className={`${buttonClasses({ variant: "secondary", size: "compact" })} absolute bottom-3 left-1/2 -translate-x-1/2`}
        >
          {fresh === 0 ? "Revenir en bas" : fresh === 1 ? "1 nouveau message" : `${fresh} nouveaux messages`}
          <Icon name="down" size={18} className="-mr-1" />
        </button>
      )}
      {drop?.over && (
        <p className="pointer-events-none absolute inset-3 grid place-items-center rounded-card border-2 border-dashed border-rose bg-paper/90 font-[650]">
          Lâche ici tes photos et tes fichiers
        </p>
      )}
    </div>
  );
}

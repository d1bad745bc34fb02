"use client";

import { useEffect, useRef, useState } from "react";
import { Icon } from "./icons.tsx";

const eventName = "coopol:toast";
const shownForMs = 7000;

interface Toast {
  id: number;
  text: string;
  tone: "ok" | "error";
}

/** Says in a corner that something was done, or was not; the Toaster of the frame shows it. */
export function toast(text: string, tone: Toast["tone"] = "ok"): void {
  window.dispatchEvent(new CustomEvent(eventName, { detail: { text, tone } }));
}

/** The polite live region where toasts appear; once per page, in the frame of members. */
export function Toaster() {
  const [shown, setShown] = useState<Toast | null>(null);
  const held = useRef(false);
  const count = useRef(0);

  useEffect(() => {
    const show = (event: Event) => {
      const { text, tone } = (event as CustomEvent<Omit<Toast, "id">>).detail;
      count.current += 1;
      setShown({ id: count.current, text, tone });
    };
    window.addEventListener(eventName, show);
    return () => window.removeEventListener(eventName, show);
  }, []);

  useEffect(() => {
    if (!shown) return;
    const timer = setInterval(() => {
      if (!held.current) setShown(null);
    }, shownForMs);
    return () => clearInterval(timer);
  }, [shown]);

  return (
    <div
      role="status"
      data-screen-only
      className="pointer-events-none fixed inset-x-4 bottom-[calc(5.25rem+env(safe-area-inset-bottom))] z-40 flex justify-center md:bottom-6"
    >
      {shown && (
        <div
          key={shown.id}
          onPointerEnter={() => {
            held.current = true;
          }}
          onPointerLeave={() => {
            held.current = false;
          }}
          className="pointer-events-auto flex max-w-md animate-arrive items-center gap-3 rounded-full bg-ink py-1 pr-1.5 pl-5 text-[0.96875rem] font-semibold text-paper"
        >
          <Icon name={shown.tone === "ok" ? "check" : "warning"} size={18} className="shrink-0" />
          <span className="py-1.5">{shown.text}</span>
          <button
            type="button"
            onClick={() => {
              held.current = false;
              setShown(null);
            }}
            className="grid size-10 shrink-0 place-items-center rounded-full hover:bg-paper/15 focus-visible:outline-paper"
          >
            <Icon name="cross" size={16} label="Fermer" />
          </button>
        </div>
      )}
    </div>
  );
}

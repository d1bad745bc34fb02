"use client";

import { type ReactNode, useId, useRef } from "react";
import { Button, type ButtonProps } from "./button.tsx";
import { Icon } from "./icons.tsx";

/** A native modal dialog with the button that opens it. Escape, the cross and a form with method="dialog" close it; focus returns to the button. */
export function Dialog({
  trigger,
  title,
  children,
}: {
  /** The opening button: its props, words as children. */
  trigger: ButtonProps;
  title: ReactNode;
  /** The body, or a function that receives `close`. */
  children: ReactNode | ((close: () => void) => ReactNode);
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const close = () => dialog.current?.close();
  return (
    <>
      <Button aria-haspopup="dialog" {...trigger} onClick={() => dialog.current?.showModal()} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes natively; the click is on the veil */}
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        onClick={(event) => {
          if (event.target === event.currentTarget) close();
        }}
        className="m-auto max-h-[calc(100dvh-2rem)] w-[min(32rem,calc(100vw-2rem))] overflow-y-auto rounded-card border border-line-strong bg-card text-ink open:animate-arrive max-sm:mb-4"
      >
        <div className="grid gap-4 p-5 sm:p-6">
          <div className="flex items-start gap-4">
            <h2 id={titleId} className="flex-1 pt-1.5 text-heading">
              {title}
            </h2>
            <button
              type="button"
              onClick={close}
              className="-mt-1 -mr-2 grid size-11 shrink-0 place-items-center rounded-full text-ink-2 hover:bg-sunken"
            >
              <Icon name="cross" label="Fermer" />
            </button>
          </div>
          {typeof children === "function" ? children(close) : children}
        </div>
      </dialog>
    </>
  );
}

"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/ui/button.tsx";
import { FieldError } from "@/ui/field.tsx";
import type { MessageView } from "../message.views.ts";
import { excerptOfMessage } from "./excerpt-of-message.ts";

/** Asks before a message goes away for everybody. `onDelete` answers what is wrong, or nothing. */
export function DeleteDialog({
  message,
  onDelete,
  onOver,
}: {
  message: MessageView;
  onDelete: () => Promise<string | null>;
  onOver: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [deleting, setDeleting] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby="delete-title"
      onClose={onOver}
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-card border border-line-strong bg-card text-ink open:animate-arrive"
    >
      <div className="grid gap-4 p-5 sm:p-6">
        <h2 id="delete-title" className="text-heading">
          Supprimer pour tout le monde ?
        </h2>
        <blockquote className="line-clamp-3 border-l-[3px] border-line-strong pl-3 text-ink-2 wrap-anywhere">
          {excerptOfMessage(message)}
        </blockquote>
        <p className="text-ink-2">
          Ses mots, ses photos et ses fichiers disparaissent vraiment. Une trace reste : on lira qu’un message a été
          supprimé.
        </p>
        {problem && <FieldError id="delete-error">{problem}</FieldError>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="secondary" onClick={() => dialog.current?.close()}>
            Garder
          </Button>
          <Button
            variant="danger"
            pending={deleting}
            onClick={async () => {
              if (deleting) return;
              setDeleting(true);
              const wrong = await onDelete();
              setDeleting(false);
              if (wrong) setProblem(wrong);
              else dialog.current?.close();
            }}
          >
            Supprimer
          </Button>
        </div>
      </div>
    </dialog>
  );
}

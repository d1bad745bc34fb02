"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { TextArea } from "@/ui/text-field.tsx";
import type { ConflictView } from "../note.views.ts";
import { ComparedText } from "./compared-text.tsx";

/** Says that two people wrote on the same lines, and that nothing is lost. */
export function ConflictNotice({ conflict }: { conflict: ConflictView }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [conflict]);
  const who = conflict.by?.name ?? "Quelqu’un";
  return (
    <div ref={box} tabIndex={-1} role="alert" className="scroll-mt-24">
      <Notice tone="warning" title={`${who} a modifié les mêmes lignes que toi`}>
        Rien n’est enregistré, rien n’est perdu : voici ton texte et le sien. Ce que vous avez changé ailleurs est déjà
        réuni dans les deux. Garde ce que tu veux, puis enregistre.
      </Notice>
    </div>
  );
}

/** What the other person saved, beside her own text, and what differs. */
export function OtherVersion({ conflict, onTake }: { conflict: ConflictView; onTake: (() => void) | undefined }) {
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const { by, mine, theirs, compared } = conflict;
  return (
    <section aria-labelledby="autre-version" className="grid content-start gap-1.5">
      <h2 id="autre-version" className="text-[0.96875rem] font-[650]">
        Le texte de {by?.name ?? "l’autre personne"}
      </h2>
      <p className="text-note text-ink-3">Enregistré pendant que tu écrivais (version {conflict.version}).</p>
      {theirs.title !== mine.title && <p className="font-[650] wrap-anywhere">Titre : {theirs.title}</p>}
      <TextArea
        readOnly
        value={theirs.body}
        aria-labelledby="autre-version"
        className="max-h-[70vh] min-h-72 bg-sunken!"
      />
      {alive && onTake && (
        <Button variant="secondary" size="compact" className="justify-self-start" onClick={onTake}>
          Prendre ce texte
        </Button>
      )}
      <details className="mt-2">
        <summary className="min-h-11 cursor-pointer py-2.5 text-note font-[650]">De son texte au tien</summary>
        <ComparedText lines={compared} />
      </details>
    </section>
  );
}

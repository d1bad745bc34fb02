"use client";

import { useEffect, useRef } from "react";
import type { RichText as RichTree } from "@/core/rich-text.ts";
import { Card } from "@/ui/card.tsx";
import { RichText } from "@/ui/rich-text.tsx";

/** What she is writing, as it will be read. */
export function NotePreview({ title, body, rich }: { title: string; body: string; rich: RichTree | null }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [body, title]);
  return (
    <section aria-labelledby="apercu" className="grid gap-3">
      <h2 id="apercu" ref={heading} tabIndex={-1} className="text-heading">
        Aperçu
      </h2>
      <Card padding="roomy">
        {title && <p className="mb-5 text-2xl font-[750] tracking-tight wrap-anywhere">{title}</p>}
        {body ? (
          <RichText source={body} rich={rich} className="text-[1.0625rem] leading-relaxed" />
        ) : (
          <p className="text-ink-3">Le texte est encore vide.</p>
        )}
      </Card>
    </section>
  );
}

"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { ButtonLink } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";

/** Says that a report has arrived, in the place of its form: the focus comes here, and the way back is here too. */
export function Arrived({ back, children }: { back: string | null; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="rounded-card">
      <Notice
        tone="success"
        role="status"
        title="Merci, ton signalement est arrivé."
        action={back && <BackLink href={back} />}
      >
        {children}
      </Notice>
    </div>
  );
}

/** Back to where the words stand. */
export function BackLink({ href }: { href: string }) {
  return (
    <ButtonLink href={href} variant="secondary">
      Revenir à la page
    </ButtonLink>
  );
}

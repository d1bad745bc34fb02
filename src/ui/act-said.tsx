"use client";

import { useEffect, useRef } from "react";
import { useFormStatus } from "react-dom";
import { toast } from "./toast.tsx";

/** Where focus goes when the button that had it is gone: the title of its part of the page, or of the page. */
function comeBack(part: Element | null | undefined): void {
  if (document.activeElement && document.activeElement !== document.body) return;
  const title = (part?.isConnected && part.querySelector<HTMLElement>("h2")) || document.querySelector("h1");
  if (!title) return;
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
}

/** Inside a form: says in a toast that its act is done, also when the form goes away with it. */
export function ActSaid({ said, failed }: { said: string | undefined; failed: boolean }) {
  const { pending } = useFormStatus();
  const here = useRef<HTMLSpanElement>(null);
  const sent = useRef(false);
  const words = useRef(said);
  // As it was when it was sent: once it is done, the page around it may already offer the contrary.
  if (!sent.current) words.current = said;

  useEffect(() => {
    if (pending) sent.current = true;
    else if (sent.current) {
      sent.current = false;
      if (!failed && words.current) toast(words.current);
    }
  }, [pending, failed]);

  useEffect(() => {
    const part = here.current?.closest("section");
    return () => {
      if (!sent.current) return;
      if (words.current) toast(words.current);
      setTimeout(() => comeBack(part));
    };
  }, []);

  return <span ref={here} hidden />;
}

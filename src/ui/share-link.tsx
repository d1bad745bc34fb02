"use client";

import { type MouseEvent, useEffect, useState } from "react";
import { Button, buttonClasses } from "./button.tsx";
import { Icon } from "./icons.tsx";

const SAID_MS = 4_000;

/** The button of `ShareButton`, and the link that stands for it until scripts run. */
export function ShareLink({ url, title }: { url: string; title: string }) {
  const [alive, setAlive] = useState(false);
  const [copied, setCopied] = useState(false);
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${title}\n${url}`)}`;

  useEffect(() => setAlive(true), []);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(setCopied, SAID_MS, false);
    return () => clearTimeout(timer);
  }, [copied]);

  async function share(event: MouseEvent): Promise<void> {
    event.preventDefault();
    if (typeof navigator.share === "function") {
      await navigator.share({ url, title }).catch(() => {}); // she thought better of it
      return;
    }
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
    } catch {
      location.assign(mail); // no clipboard here
    }
  }

  if (!alive)
    return (
      <a href={mail} className={buttonClasses({ variant: "secondary" })}>
        <Icon name="share" size={18} className="-ml-1 shrink-0" />
        Partager
      </a>
    );
  return (
    <>
      <Button variant="secondary" icon={copied ? "check" : "share"} onClick={share}>
        {copied ? "Lien copié" : "Partager"}
      </Button>
      <span role="status" className="sr-only">
        {copied && "Le lien est copié : colle-le où tu veux."}
      </span>
    </>
  );
}

"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { Button } from "@/ui/button.tsx";
import { TextField } from "@/ui/text-field.tsx";

const PAUSE_MS = 250;

/** Finds somebody in a group by her name: a plain form before JavaScript; the list follows what is typed after. */
export function MemberFilter({ q }: { q: string | null }) {
  const [text, setText] = useState(q ?? "");
  const [pending, start] = useTransition();
  const router = useRouter();
  const path = usePathname();
  const shown = useRef(q ?? "");

  useEffect(() => {
    const wanted = text.trim();
    if (wanted === shown.current) return;
    const timer = setTimeout(() => {
      shown.current = wanted;
      start(() => router.replace(wanted ? `${path}?${new URLSearchParams({ q: wanted })}` : path, { scroll: false }));
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, path, router]);

  return (
    <search>
      <form method="get" className="flex items-end gap-2.5" aria-busy={pending || undefined}>
        <TextField
          name="q"
          type="search"
          label="Chercher un nom"
          autoComplete="off"
          maxLength={80}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="min-w-0 flex-1 sm:max-w-80"
        />
        <Button type="submit" variant="secondary" className="min-h-12">
          Chercher
        </Button>
      </form>
    </search>
  );
}

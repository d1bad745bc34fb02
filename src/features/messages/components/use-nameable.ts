import { useMemo, useRef } from "react";
import type { Mentionable } from "@/core/mentions.ts";
import type { PersonView } from "../message.views.ts";

const PROPOSED = 6;

/** As one looks for a name: no capitals, no accents. */
const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Whom a text may name after an @: those of the conversation whose card one sees. A hook for MentionArea. */
export function useNameable(people: readonly PersonView[], me: string) {
  const among = useRef<readonly Mentionable[]>([]);
  among.current = useMemo(
    () =>
      people
        .filter(({ id, href }) => id !== me && href !== null)
        .map(({ id, name, photo }) => ({ kind: "member" as const, id, label: name, note: "", photo })),
    [people, me],
  );
  return useRef((typed: string | null): readonly Mentionable[] => {
    if (typed === null) return [];
    const begun = folded(typed);
    const found = among.current.filter(({ label }) =>
      [folded(label), ...folded(label).split(/[\s-]+/)].some((word) => word.startsWith(begun)),
    );
    return found.slice(0, PROPOSED);
  }).current;
}

"use client";

import { type ComponentProps, type KeyboardEvent, useId, useRef, useState } from "react";
import { MENTIONS_MAX, type Mention, type Mentionable, standsIn, typedMention } from "@/core/mentions.ts";
import { Avatar } from "./avatar.tsx";
import { classNames } from "./class-names.ts";
import { listedIn, OptionList, stepTo } from "./option-list.tsx";

type Props = Omit<ComponentProps<"textarea">, "value" | "onChange"> & {
  value: string;
  mentions: readonly Mention[];
  onWrite: (text: string, mentions: Mention[]) => void;
  /** Whom the words typed after an "@" may name; null when none are. */
  useFound: (typed: string | null) => readonly Mentionable[];
  /** Where the list opens: a field at the bottom of the screen opens it above. */
  side?: "above" | "below";
  /** What the list holds, for those who hear it. */
  listLabel?: string;
};

/** Text in which people and groups are named after an "@": a list of those whom one sees opens as one types. Plain text without JavaScript. */
export function MentionArea({
  value,
  mentions,
  onWrite,
  useFound,
  side = "below",
  listLabel = "Personnes et groupes",
  className,
  ...rest
}: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const found = useFound(typed);
  const open = typed !== null && found.length > 0;

  const look = (element: HTMLTextAreaElement) => {
    const found = typedMention(element.value, element.selectionStart);
    // Whoever was chosen is named: what follows is text.
    setTyped(found !== null && mentions.some(({ label }) => found.startsWith(label)) ? null : found);
    setActive(0);
  };

  function choose(one: Mentionable): void {
    const element = area.current;
    if (!element || typed === null) return;
    const begin = element.selectionStart - typed.length;
    const text = `${value.slice(0, begin)}${one.label} ${value.slice(element.selectionStart)}`;
    const caret = begin + one.label.length + 1;
    const kept = mentions.filter(({ label, id }) => id !== one.id && label !== one.label && standsIn(text, label));
    onWrite(text, [...kept, { kind: one.kind, id: one.id, label: one.label }].slice(-MENTIONS_MAX));
    setTyped(null);
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(caret, caret);
      // What is kept of the form reads its fields at this event.
      element.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }

  /** Whether a key was for the list. */
  function take(key: string): boolean {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const one = found[active];
    if (step) setActive((at) => stepTo(at, step, found.length));
    else if (key === "Escape") setTyped(null);
    else if ((key === "Enter" || key === "Tab") && one) choose(one);
    else return false;
    return true;
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (open && take(event.key)) {
      event.preventDefault();
      event.stopPropagation();
    } else rest.onKeyDown?.(event);
  }

  return (
    <div className="relative">
      <textarea
        {...rest}
        ref={area}
        value={value}
        aria-haspopup="listbox"
        aria-autocomplete="list"
        {...listedIn(listId, open, active)}
        aria-controls={open ? listId : undefined}
        onChange={(event) => {
          const text = event.target.value;
          onWrite(
            text,
            mentions.filter(({ label }) => standsIn(text, label)),
          );
          look(event.target);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setTyped(null)}
        className={className}
      />
      <OptionList
        id={listId}
        label={listLabel}
        items={found}
        keyOf={({ id }) => id}
        open={open}
        active={active}
        onChoose={choose}
        className={classNames("z-20 max-h-72", side === "below" ? "top-full mt-1" : "bottom-full mb-1")}
        optionClassName="min-h-11 px-3"
      >
        {(one) => (
          <>
            <Avatar name={one.label} photo={one.photo} size="small" />
            <span className="min-w-0 flex-1 truncate font-[560]">{one.label}</span>
            <span className="shrink-0 text-note text-ink-2">{one.note}</span>
          </>
        )}
      </OptionList>
      <p role="status" className="sr-only">
        {open && `${found.length} proposées, flèches pour choisir`}
      </p>
    </div>
  );
}

"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { classNames } from "./class-names.ts";

const optionId = (listId: string, index: number) => `${listId}-${index}`;

/** Where the arrows lead in a list of so many options, from one to the next and around; -1 is none yet. */
export const stepTo = (at: number, step: number, count: number): number =>
  at === -1 && step < 0 ? count - 1 : (at + step + count) % count;

/** What a field says of its list: whether it is open, and which option the keyboard has reached. */
export const listedIn = (listId: string, open: boolean, active: number) => ({
  "aria-controls": listId,
  "aria-activedescendant": open && active >= 0 ? optionId(listId, active) : undefined,
});

/**
 * What a field proposes as one types (ARIA APG combobox): the keyboard and the focus stay in the field, whose `active` option
 * is kept in sight. In the document while it is closed, too: its field points at it.
 */
export function OptionList<Item>({
  id,
  label,
  items,
  keyOf,
  open,
  active,
  onChoose,
  className,
  optionClassName,
  children,
}: {
  id: string;
  label: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  open: boolean;
  active: number;
  onChoose: (item: Item) => void;
  /** Where it stands, and how high it may be. */
  className: string;
  optionClassName: string;
  children: (item: Item) => ReactNode;
}) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      className={classNames(
        "absolute inset-x-0 overflow-y-auto rounded-control border border-line-strong bg-card p-1.5",
        className,
        !open && "hidden",
      )}
    >
      {items.map((item, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard acts on the field (aria-activedescendant)
        <div
          key={keyOf(item)}
          id={optionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(item)}
          className={classNames(
            "flex cursor-pointer items-center gap-3 rounded-control py-1.5 hover:bg-sunken",
            optionClassName,
            index === active && "bg-rose-soft text-rose-strong",
          )}
        >
          {children(item)}
        </div>
      ))}
    </div>
  );
}

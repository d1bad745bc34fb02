"use client";

import { type ComponentProps, type KeyboardEvent, useRef } from "react";
import { MentionArea } from "@/ui/mention-area.tsx";
import type { PersonView } from "../message.views.ts";
import { useAutosize } from "./use-autosize.ts";
import { useNameable } from "./use-nameable.ts";

type Props = Omit<ComponentProps<typeof MentionArea>, "useFound" | "side" | "listLabel" | "className"> & {
  me: string;
  /** Who may be named after an @. */
  people: readonly PersonView[];
};

/** Where the words of a message are written or mended: grows with them. Enter sends its form; on a phone it is a new line. */
export function MessageArea({ me, people, value, onKeyDown, ...rest }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const useFound = useNameable(people, me);
  useAutosize(frame, value);

  function pressed(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey && matchMedia("(pointer: fine)").matches) {
      event.preventDefault();
      event.currentTarget.form?.requestSubmit();
    } else onKeyDown?.(event);
  }

  return (
    <div
      ref={frame}
      className="min-w-0 flex-1 rounded-[1.375rem] border-[1.5px] border-control bg-paper px-4 outline-ink has-[textarea:focus-visible]:outline-[2.5px]"
    >
      <MentionArea
        aria-label="Ton message"
        rows={1}
        {...rest}
        value={value}
        useFound={useFound}
        side="above"
        listLabel="Personnes de la conversation"
        onKeyDown={pressed}
        className="block field-sizing-content max-h-40 min-h-11 w-full resize-none bg-transparent py-2.5 leading-[1.42] text-ink outline-none"
      />
    </div>
  );
}

import { type RefObject, useEffect } from "react";

/** Lets the text of a field grow with what is typed, in browsers whose style sheets cannot. */
export function useAutosize(frame: RefObject<HTMLElement | null>, text: string): void {
  useEffect(() => {
    const area = frame.current?.querySelector("textarea");
    if (!area || CSS.supports("field-sizing", "content")) return;
    area.style.height = "auto";
    // What is empty has the height of its one row.
    if (text !== "") area.style.height = `${area.scrollHeight}px`;
  }, [frame, text]);
}

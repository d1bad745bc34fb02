import { Fragment } from "react";
import { unbroken } from "@/core/french-typography.ts";

/** Longer words may break at their hyphen, or a narrow screen could not hold them. */
const LONGEST = 14;

/** The words of a title: "doit-il" stays on one line, and so does the sign at the end with its word. */
export function TitleWords({ children }: { children: string }) {
  const words = unbroken(children).split(" ");
  if (!words.some(isHeld)) return words.join(" ");
  return words.map((word, index) => (
    <Fragment key={index}>
      {index > 0 && " "}
      {isHeld(word) ? <span className="whitespace-nowrap">{word}</span> : word}
    </Fragment>
  ));
}

const isHeld = (word: string) => word.includes("-") && word.length <= LONGEST;

import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

const look = [
  "max-w-[68ch] text-[1.0625rem] leading-relaxed",
  "[&_h2]:mt-10 [&_h2]:mb-3 [&_h2]:text-heading [&_h2]:scroll-mt-6 [&_h3]:mt-6 [&_h3]:mb-1.5 [&_h3]:text-lg",
  "[&_p]:my-3.5 [&_ul]:my-3.5 [&_ul]:list-disc [&_ul]:pl-5 [&_ol]:my-3.5 [&_ol]:list-decimal [&_ol]:pl-5 [&_li]:my-1.5 [&_li]:pl-1 [&_li]:marker:text-rose",
  "[&_a]:font-semibold [&_a]:text-rose-strong [&_a]:underline [&_a]:decoration-rose-line [&_a]:decoration-2 [&_a]:underline-offset-[3px] [&_a:hover]:decoration-current",
  "[&_strong]:font-[680]",
  "[&_dl]:my-4 [&_dl]:divide-y [&_dl]:divide-line [&_dl]:border-y [&_dl]:border-line [&_dt]:font-[650] [&_dd]:text-ink-2",
].join(" ");

/** Long texts: legal pages, help. Plain HTML inside. */
export function Prose({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={classNames(look, className)}>{children}</div>;
}

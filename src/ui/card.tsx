import type { ComponentProps, ElementType } from "react";
import { classNames } from "./class-names.ts";

const paddings = { none: "", regular: "px-4 py-4 sm:px-5 sm:py-4.5", roomy: "px-5 py-6 sm:px-8 sm:py-8" };

/** A sheet with a thin warm line, no shadow. `as` names the element: article, section, li… */
export function Card({
  as: Element = "div",
  padding = "regular",
  className,
  ...rest
}: { as?: ElementType; padding?: keyof typeof paddings } & ComponentProps<"div">) {
  return (
    <Element
      className={classNames("rounded-card border border-line bg-card", paddings[padding], className)}
      {...rest}
    />
  );
}

import type { ReactNode } from "react";
import { classNames } from "@/ui/class-names.ts";

/**
 * The list of conversations, and beside it what is open: side by side on a desk, each within its own height; one at a
 * time on a phone. `shows`: which of the two a phone shows; a conversation fills it.
 */
export function MessagesFrame({
  shows,
  list,
  children,
}: {
  shows: "list" | "page" | "conversation";
  list: ReactNode;
  children: ReactNode;
}) {
  return (
    <div
      data-fills={shows === "conversation" ? "always" : "desk"}
      className="mx-auto flex w-full max-w-295 flex-col max-lg:flex-1 lg:grid lg:min-h-0 lg:flex-1 lg:grid-cols-[22rem_minmax(0,1fr)] lg:grid-rows-[minmax(0,1fr)] max-lg:has-[[data-conversation]]:min-h-0"
    >
      <div
        className={classNames(
          "lg:flex lg:min-h-0 lg:flex-col lg:border-x lg:border-line lg:bg-card",
          shows !== "list" && "max-lg:hidden",
        )}
      >
        {list}
      </div>
      <div
        data-conversation={shows === "conversation" || undefined}
        className={classNames(
          "flex min-w-0 flex-col lg:min-h-0 lg:border-r lg:border-line",
          shows === "conversation" ? "min-h-0 flex-1" : "lg:overflow-y-auto lg:px-8 lg:py-7",
          shows === "list" && "max-lg:hidden",
        )}
      >
        {children}
      </div>
    </div>
  );
}

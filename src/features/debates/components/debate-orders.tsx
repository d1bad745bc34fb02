import Link from "next/link";
import { useEffect, useRef } from "react";
import type { DebateOrder, Side } from "../debate.rules.ts";
import { addressOf, orderWords } from "./board-words.ts";

const orders: readonly DebateOrder[] = ["newest", "agreed", "divided", "awaiting"];

/** In which order contributions are read, as links. */
export function Orders({ order, side, awaits }: { order: DebateOrder; side: Side; awaits: boolean }) {
  const nav = useRef<HTMLElement>(null);
  // On a phone the chips scroll sideways: the chosen one is in sight.
  useEffect(() => {
    const chosen = nav.current?.querySelector<HTMLElement>(`[data-order=${order}]`);
    if (nav.current && chosen) nav.current.scrollLeft = chosen.offsetLeft - nav.current.offsetLeft - 40;
  }, [order]);
  return (
    <nav
      ref={nav}
      aria-label="Ordre des contributions"
      className="-mx-4 max-w-[100vw] overflow-x-auto px-4 md:mx-0 md:px-0"
    >
      <ul className="flex gap-2">
        {orders
          .filter((one) => one !== "awaiting" || awaits)
          .map((one) => (
            <li key={one} data-order={one}>
              <Link
                href={addressOf({ ordre: one, cote: side })}
                prefetch={false}
                scroll={false}
                aria-current={one === order ? "true" : undefined}
                className="inline-flex min-h-11 items-center rounded-full border border-control px-4 text-note font-semibold whitespace-nowrap text-ink-2 no-underline hover:border-ink hover:text-ink aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper"
              >
                {orderWords[one].label}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}

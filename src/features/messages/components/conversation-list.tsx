"use client";

import Form from "next/form";
import Link from "next/link";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { paths } from "@/core/paths.ts";
import { buttonClasses } from "@/ui/button.tsx";
import { classNames } from "@/ui/class-names.ts";
import { Icon } from "@/ui/icons.tsx";
import type { Box } from "../conversation.schema.ts";
import type { ConversationListView } from "../conversation.views.ts";
import { ConversationRow } from "./conversation-row.tsx";
import { useConversationList } from "./use-conversation-list.ts";

/** How far the list was read, while one goes from conversation to conversation. */
let kept = 0;

const useBrowserLayoutEffect = typeof window === "undefined" ? useEffect : useLayoutEffect;

const boxHref = (box: Box): string =>
  box === "demandes" ? paths.messageRequests : box === "non-lues" ? `${paths.messages}?boite=non-lues` : paths.messages;

/** One's conversations, what moved last first, with the ways into them: kinds, words, a new one. */
export function ConversationList({
  first,
  box,
  me,
  current,
  requests,
  heading,
  later,
  now,
  empty,
}: {
  first: ConversationListView;
  box: Box;
  me: string;
  /** The one that is open beside it. */
  current?: string | undefined;
  /** How many requests wait. */
  requests: number;
  /** Whether it is the page's own title. */
  heading: boolean;
  /** A page further down, before JavaScript. */
  later: boolean;
  now: number;
  empty: ReactNode;
}) {
  const scrolls = useRef<HTMLDivElement>(null);
  const { list, more } = useConversationList(first, { box, me, shown: scrolls });
  const [looking, setLooking] = useState(false);
  const Title = heading ? "h1" : "h2";

  useBrowserLayoutEffect(() => {
    if (scrolls.current) scrolls.current.scrollTop = kept;
  }, []);

  return (
    <>
      <div className="grid gap-3 pb-3 lg:border-b lg:border-line lg:px-4.5 lg:pt-4.5">
        <div className="flex items-center gap-2">
          <Title className="flex-1 text-title font-[750] lg:text-heading">Messages</Title>
          <Link href={paths.newMessage} prefetch={false} className={buttonClasses({ size: "compact" })}>
            <Icon name="plus" size={18} className="-ml-1 shrink-0" />
            Écrire
          </Link>
        </div>
        <Form action={paths.searchMessages} role="search" aria-label="Recherche rapide" className="relative">
          <Icon
            name="search"
            size={18}
            className="pointer-events-none absolute top-1/2 left-3.5 -translate-y-1/2 text-ink-3"
          />
          <input
            type="search"
            name="q"
            aria-label="Chercher dans mes messages"
            placeholder="Chercher dans mes messages"
            maxLength={80}
            className="min-h-11 w-full rounded-full border-[1.5px] border-control bg-paper pr-4 pl-10 text-ink hover:border-ink-2"
          />
        </Form>
        <nav aria-label="Quels messages">
          <ul className="flex gap-2">
            <BoxLink box="toutes" current={box} label="Toutes" />
            <BoxLink box="non-lues" current={box} label="Non lues" />
            <BoxLink box="demandes" current={box} label="Demandes" count={requests} />
          </ul>
        </nav>
      </div>
      <div
        ref={scrolls}
        data-scrolls
        onScroll={(event) => {
          kept = event.currentTarget.scrollTop;
        }}
        className="lg:min-h-0 lg:flex-1 lg:overflow-y-auto"
      >
        {list.items.length === 0 ? (
          <div className="lg:p-4">{empty}</div>
        ) : (
          <ul className="-mx-4 divide-y divide-line border-y border-line bg-card sm:mx-0 sm:overflow-hidden sm:rounded-card sm:border-x lg:rounded-none lg:border-0">
            {list.items.map((item) => (
              <ConversationRow
                key={item.id}
                item={item}
                current={item.id === current}
                now={now}
                query={box === "toutes" ? "" : `?boite=${box}`}
              />
            ))}
          </ul>
        )}
        {(list.next || later) && (
          <p className="flex justify-center gap-2 py-4">
            {later && (
              <Link
                href={boxHref(box)}
                prefetch={false}
                className={buttonClasses({ variant: "quiet", size: "compact" })}
              >
                Revenir au début
              </Link>
            )}
            {list.next && (
              <Link
                href={`${boxHref(box)}${box === "non-lues" ? "&" : "?"}apres=${list.next}`}
                prefetch={false}
                aria-busy={looking || undefined}
                onClick={async (event) => {
                  event.preventDefault();
                  if (looking) return;
                  setLooking(true);
                  await more();
                  setLooking(false);
                }}
                className={buttonClasses({ variant: "secondary", size: "compact" })}
              >
                Voir plus
              </Link>
            )}
          </p>
        )}
      </div>
    </>
  );
}

function BoxLink({ box, current, label, count = 0 }: { box: Box; current: Box; label: string; count?: number }) {
  return (
    <li>
      <Link
        href={boxHref(box)}
        prefetch={false}
        aria-current={box === current ? "page" : undefined}
        className={classNames(
          "inline-flex min-h-9 items-center gap-1.5 rounded-full border-[1.5px] px-3.5 text-note font-[650] no-underline pointer-coarse:min-h-11",
          box === current
            ? "border-ink bg-ink text-paper"
            : "border-control text-ink-2 hover:border-ink hover:text-ink",
        )}
      >
        {label}
        {count > 0 && <span className="tabular-nums">· {count > 99 ? "99+" : count}</span>}
      </Link>
    </li>
  );
}

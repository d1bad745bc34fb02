"use client";

import Link from "next/link";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { counted } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { useLiveRoom } from "@/live/client/use-live-room.ts";
import { Icon } from "@/ui/icons.tsx";
import { Menu } from "@/ui/menu.tsx";
import { badgeWords, LATEST } from "../notice.rules.ts";
import type { LatestNoticesView } from "../notice.views.ts";
import { askSoon } from "./ask-soon.ts";
import { Latest } from "./latest.tsx";
import { onNoticesChanged } from "./notices-changed.ts";

type Heard = { unread: number; latest: LatestNoticesView | null; failed: boolean };

/**
 * How many notices wait, on every page and in every tab: a signal says that something changed, and the answer comes from
 * where permissions run. On a desk it opens the latest; on a telephone it leads to their page.
 */
export function Bell({ memberId, unread: first }: { memberId: string; unread: number }) {
  const [{ unread, latest, failed }, setHeard] = useState<Heard>({ unread: first, latest: null, failed: false });
  const [grown, setGrown] = useState(false);
  const wants = useRef(false);

  const ask = useCallback(async () => {
    const count = wants.current ? LATEST : 0;
    try {
      const response = await fetch(`${paths.api.notices}?nombre=${count}`, { headers: { accept: "application/json" } });
      if (!response.ok) throw new Error("refused");
      const { value } = (await response.json()) as { value: LatestNoticesView };
      setHeard((known) => {
        setGrown(value.unread > known.unread);
        return { unread: value.unread, latest: count > 0 ? value : known.latest, failed: false };
      });
    } catch {
      setHeard((known) => ({ ...known, failed: true }));
    }
  }, []);
  const { soon, stop } = useMemo(() => askSoon(() => void ask()), [ask]);

  // The page was read again by the server.
  useEffect(() => setHeard((known) => ({ ...known, unread: first })), [first]);
  useEffect(() => onNoticesChanged(soon), [soon]);
  useEffect(() => stop, [stop]);
  const joined = useRef(false);
  useLiveRoom({
    room: "person",
    id: memberId,
    onFrame: ({ kind, data }) => kind === "notices" && soon((data as { within: number }).within),
    onJoined: () => {
      // What came while the line was away; the page itself was counted as it was made.
      if (joined.current) soon(3_000);
      joined.current = true;
    },
  });

  const label = unread > 0 ? `Notifications, ${badgeWords(unread)} non lue${unread > 1 ? "s" : ""}` : "Notifications";
  return (
    <>
      <Link
        href={paths.notifications}
        prefetch={false}
        className="relative grid size-11 place-items-center rounded-full text-ink-2 hover:bg-sunken hover:text-ink md:hidden"
      >
        <span className="sr-only">{label}</span>
        <Sign unread={unread} />
      </Link>
      <Menu
        label={label}
        className="hidden md:block"
        panelClassName="w-96 p-0! gap-0! overflow-hidden"
        onOpen={() => {
          wants.current = true;
          void ask();
        }}
        summary={
          <span className="relative grid size-11 place-items-center rounded-full text-ink-2 hover:bg-sunken hover:text-ink">
            <Sign unread={unread} />
          </span>
        }
      >
        <Latest latest={latest} failed={failed} again={() => void ask()} />
      </Menu>
      <span role="status" className="sr-only">
        {grown && unread > 0 ? `${counted(Math.min(unread, 99), "notification")} à lire` : ""}
      </span>
    </>
  );
}

function Sign({ unread }: { unread: number }) {
  return (
    <>
      <Icon name="bell" size={23} />
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="absolute top-0.5 left-5.5 min-w-5 rounded-full border-2 border-card bg-rose px-1 text-center text-[0.6875rem] leading-4 font-bold text-on-rose tabular-nums"
        >
          {badgeWords(unread)}
        </span>
      )}
    </>
  );
}

import Link from "next/link";
import { Badge } from "@/ui/badge.tsx";
import { Icon } from "@/ui/icons.tsx";
import type { Clash, MyPlace, PlaceView } from "../places.views.ts";
import { JoinForm, MyActs } from "./place-acts.tsx";
import { PlacesPill } from "./places-pill.tsx";

/** A shift: its hours, how many come, what is hers on it, and what she may do. */
export function PlaceCard({
  place,
  cancelled,
  canAct,
  canJoin,
}: {
  place: PlaceView;
  cancelled: boolean;
  canAct: boolean;
  canJoin: boolean;
}) {
  const { title, hours, mine, clashes, over } = place;
  return (
    <li className="grid gap-x-4 gap-y-2.5 px-4 py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center sm:px-5">
      <div className="grid justify-items-start gap-1.5">
        <h3 className="font-[650] wrap-anywhere">{title}</h3>
        {hours && <p className="text-note text-ink-2">{hours}</p>}
        {!cancelled && <PlacesPill {...place} />}
        {mine && <MyState mine={mine} />}
      </div>
      {canAct && !over && mine && <MyActs mine={mine} place={place} />}
      {canJoin && !over && !mine && <JoinForm place={place} />}
      {over && !cancelled && <p className="text-note text-ink-3">Ce créneau est terminé.</p>}
      {!over && canAct && <Clashes clashes={clashes} signedUp={mine !== null} />}
    </li>
  );
}

function MyState({ mine: { state, size, held, ahead, confirmed } }: { mine: MyPlace }) {
  const two = size === 2 ? " à deux" : "";
  if (state === "offered")
    return (
      <p className="flex items-start gap-2 font-[650] text-amber">
        <Icon name="spark" size={18} className="mt-1 shrink-0" />
        Une place est gardée pour toi{two} jusqu’à {held}.
      </p>
    );
  if (state === "waiting")
    return (
      <p className="text-ink-2">
        Tu es sur la liste d’attente{two}
        {ahead === 0 ? ", en tête" : ahead !== null && `, ${ahead + 1}e`}.
      </p>
    );
  return <Badge tone="ok">{confirmed ? `Tu viens${two}, c’est confirmé` : `Tu viens${two}`}</Badge>;
}

/** Said, never refused: she may have good reasons. */
function Clashes({ clashes, signedUp }: { clashes: readonly Clash[]; signedUp: boolean }) {
  if (clashes.length === 0) return null;
  return (
    <ul className="grid gap-1 text-note text-ink-2 sm:col-span-2">
      {clashes.map(({ title, hours, href }) => (
        <li key={`${href} ${hours}`} className="flex items-start gap-2">
          <Icon name="warning" size={17} className="mt-0.5 shrink-0 text-amber" />
          <span>
            {signedUp ? "Aux mêmes heures, tu es aussi sur " : "À ces heures, tu es déjà sur "}
            <Link href={href} prefetch={false} className="font-[650] wrap-anywhere">
              {title}
            </Link>{" "}
            ({hours}).
          </span>
        </li>
      ))}
    </ul>
  );
}

"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/ui/button.tsx";
import type { EventFormValues } from "../event-form.rules.ts";
import { type OpenedMap, openMap } from "./picker-map.ts";

/** Where the drawing of the map comes from, when the organisation has chosen it. */
export type Tiles = { url: string; attribution: string };

/**
 * The meeting point on a map, never needed: the words say it. The point is the middle of the map, which arrows move. The
 * map is fetched when it is asked for; without tiles to draw it with, there is none.
 */
export function MapPicker({ values, tiles }: { values: EventFormValues; tiles: Tiles | null }) {
  const [point, setPoint] = useState({ latitude: values.latitude ?? "", longitude: values.longitude ?? "" });
  const [state, setState] = useState<"closed" | "opening" | "open" | "failed">("closed");
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const ground = useRef<HTMLDivElement>(null);
  const map = useRef<OpenedMap | null>(null);
  const chosen = point.latitude !== "" && point.longitude !== "";

  async function open(): Promise<void> {
    const place = ground.current;
    if (!place || !tiles) return;
    setState("opening");
    const communeCode = new FormData(place.closest("form") ?? undefined).get("communeCode");
    const known = chosen ? { latitude: Number(point.latitude), longitude: Number(point.longitude) } : null;
    try {
      map.current = await openMap(place, { tiles, known, communeCode: String(communeCode ?? "") });
      setState("open");
    } catch {
      setState("failed");
    }
  }

  function close(): void {
    map.current?.close();
    map.current = null;
    setState("closed");
  }

  function choose(): void {
    const centre = map.current?.centre();
    if (centre) setPoint({ latitude: centre.latitude.toFixed(6), longitude: centre.longitude.toFixed(6) });
    close();
  }

  return (
    <div className="grid gap-2">
      <input type="hidden" name="latitude" value={point.latitude} />
      <input type="hidden" name="longitude" value={point.longitude} />
      {alive && (tiles || chosen) && (
        <>
          <p className="text-[0.96875rem] font-[650]">Le point sur la carte</p>
          <p role="status" className="text-note text-ink-2">
            {chosen ? "Un point est choisi." : "Facultatif : le lien vers la carte y mènera tout droit."}
            {state === "failed" && " La carte n’a pas pu s’ouvrir. Réessaie, ou passe-t’en."}
          </p>
        </>
      )}
      <div className="relative" hidden={state !== "open" && state !== "opening"}>
        {/* Without a height of its own a map is not drawn. */}
        <div ref={ground} className="h-72 overflow-hidden rounded-card border border-line-strong bg-sunken" />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-1/2 z-[500] size-5 -translate-x-1/2 -translate-y-1/2 rounded-full border-[3px] border-rose bg-card"
        />
      </div>
      {alive && tiles && (
        <div className="flex flex-wrap gap-2">
          {state === "open" ? (
            <>
              <Button size="compact" onClick={choose}>
                Choisir ce point
              </Button>
              <Button size="compact" variant="quiet" onClick={close}>
                Fermer la carte
              </Button>
            </>
          ) : (
            <Button size="compact" variant="secondary" icon="pin" pending={state === "opening"} onClick={open}>
              {chosen ? "Changer le point" : "Choisir le point sur la carte"}
            </Button>
          )}
          {chosen && state !== "open" && (
            <Button size="compact" variant="quiet" onClick={() => setPoint({ latitude: "", longitude: "" })}>
              Retirer le point
            </Button>
          )}
        </div>
      )}
      {alive && !tiles && chosen && (
        <Button
          size="compact"
          variant="quiet"
          className="justify-self-start"
          onClick={() => setPoint({ latitude: "", longitude: "" })}
        >
          Retirer le point
        </Button>
      )}
    </div>
  );
}

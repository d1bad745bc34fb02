"use client";

import { useEffect, useRef, useState } from "react";
import type { DrawnMap, MapBorders, MapPoint, MapTiles } from "./draw-map.ts";

/**
 * Where events are. Fetched when it is looked at; the list beside it says and does all that it does, so that nobody needs it.
 * Without tiles its points stand among borders.
 */
export function AgendaMap({
  points,
  tiles,
  borders,
}: {
  points: readonly MapPoint[];
  tiles: MapTiles | null;
  borders: MapBorders | null;
}) {
  const ground = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<"closed" | "open" | "failed">("closed");

  useEffect(() => {
    let map: DrawnMap | null = null;
    let gone = false;
    const draw = async () => {
      const { drawMap } = await import("./draw-map.ts");
      if (gone || !ground.current) return;
      map = await drawMap(ground.current, points, { tiles, borders });
      if (gone) map.close();
      else setState("open");
    };
    draw().catch(() => setState("failed"));
    return () => {
      gone = true;
      map?.close();
    };
  }, [points, tiles, borders]);

  return (
    <section aria-label="Carte des événements" className="relative isolate z-0">
      <div
        ref={ground}
        className="h-80 overflow-hidden rounded-card border border-line-strong bg-sunken! font-text! lg:h-[32rem]"
      />
      {state !== "open" && (
        <p className="absolute inset-0 grid place-content-center px-6 text-center text-ink-2">
          {state === "failed"
            ? "La carte n’a pas pu s’ouvrir. La liste dit tout ce qu’elle aurait montré."
            : "La carte s’ouvre si ton navigateur le peut. La liste dit tout ce qu’elle montre."}
        </p>
      )}
    </section>
  );
}

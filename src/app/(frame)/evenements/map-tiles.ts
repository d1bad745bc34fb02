import type { Tiles } from "@/features/events/components/map-picker.tsx";
import { env } from "@/platform/env.ts";

/** What maps are drawn with, where the organisation chose it. */
export const mapTiles = (): Tiles | null => {
  const { TILE_URL, TILE_ATTRIBUTION } = env();
  return TILE_URL ? { url: TILE_URL, attribution: TILE_ATTRIBUTION } : null;
};

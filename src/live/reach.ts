import type { Frame } from "@/core/live.ts";
import type { Room } from "@/core/room.ts";
import { log } from "@/platform/log.ts";

const EVERY_MS = 15_000;

/**
 * The net under the frames: every 15 s the screens of this process are told how far the logs of their rooms go, where
 * that moved. A frame that was lost anywhere (another process died, Redis was away) leaves nobody behind for longer.
 */
export function startReach(
  rooms: readonly Room[],
  idsOf: (room: Room) => readonly string[],
  emit: (frame: Frame) => void,
  every = EVERY_MS,
) {
  let told = new Map<string, number>();

  async function round(): Promise<void> {
    const reached = new Map<string, number>();
    for (const room of rooms) {
      const ids = room.reached ? idsOf(room) : [];
      if (ids.length === 0) continue;
      for (const [id, upTo] of (await room.reached?.(ids)) ?? []) {
        const key = `${room.name}:${id}`;
        reached.set(key, upTo);
        if (told.get(key) === upTo) continue;
        for (const audience of room.audiences) emit({ room: room.of(id, audience), kind: "entries", data: { upTo } });
      }
    }
    told = reached;
  }

  const timer = setInterval(() => {
    round().catch((error: unknown) => log.warn({ err: error }, "reach"));
  }, every);

  return { stop: () => clearInterval(timer) };
}

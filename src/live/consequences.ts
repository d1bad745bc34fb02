import type { Fact } from "@/core/fact.ts";
import type { Frame, LiveAnnouncement, LiveFact } from "@/core/live.ts";
import type { Announcement } from "@/platform/facts.ts";
import { log } from "@/platform/log.ts";

/** Announcements of one key go out at most once in this time; the last state wins. */
const TALLY_TICK_MS = 200;

/**
 * Turns facts and announcements into frames. Facts of one kind that arrive while a query is under way
 * go out together: frames per tick, not per fact.
 */
export function createConsequences(
  facts: readonly LiveFact[],
  announcements: readonly LiveAnnouncement[],
  emit: (frame: Frame) => void,
) {
  const liveFacts = new Map(facts.map((live) => [live.fact, live]));
  const liveAnnouncements = new Map(announcements.map((live) => [live.announcement, live]));
  const waiting = new Map<string, Fact[]>();
  const tallies = new Map<string, { announcement: Announcement; live: LiveAnnouncement } | null>();
  let flushing = false;

  async function flush(): Promise<void> {
    flushing = true;
    while (waiting.size > 0) {
      const tick = [...waiting];
      waiting.clear();
      for (const [name, gathered] of tick) {
        try {
          for (const frame of (await liveFacts.get(name)?.frames(gathered)) ?? []) emit(frame);
        } catch (error) {
          // Screens catch up by pulling.
          log.warn({ err: error, fact: name }, "live frames failed");
        }
      }
    }
    flushing = false;
  }

  function send(key: string): void {
    const held = tallies.get(key);
    if (!held) {
      tallies.delete(key);
      return;
    }
    tallies.set(key, null); // the tick has begun: later ones wait for its end
    for (const frame of held.live.frames(held.announcement.ids, held.announcement.data)) emit(frame);
    setTimeout(send, TALLY_TICK_MS, key).unref();
  }

  return {
    tell(newFacts: readonly Fact[], newAnnouncements: readonly Announcement[]): void {
      for (const fact of newFacts) {
        if (!liveFacts.has(fact.name)) continue;
        const gathered = waiting.get(fact.name);
        if (gathered) gathered.push(fact);
        else waiting.set(fact.name, [fact]);
      }
      if (waiting.size > 0 && !flushing) void flush();
      for (const announcement of newAnnouncements) {
        const live = liveAnnouncements.get(announcement.name);
        if (!live) continue;
        const key = `${announcement.name}:${live.key(announcement.ids)}`;
        const held = tallies.get(key);
        const data = held ? live.merge(held.announcement.data, announcement.data) : announcement.data;
        tallies.set(key, { announcement: { ...announcement, data }, live });
        if (held === undefined) send(key);
      }
    },
  };
}

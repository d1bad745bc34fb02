import { newId } from "@/core/ids.ts";
import type { Chapter, DebateStory } from "./debate-stories.ts";
import { casting, type Person } from "./speakers.ts";
import type { Voice } from "./stories/tale.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A moment of a story, some days from now, on the hour or the half hour. */
export const moment = (now: Date, days: number) =>
  new Date(Math.round((now.getTime() + days * DAY) / (30 * MINUTE)) * 30 * MINUTE);

export type Line = {
  id: string;
  at: number;
  authorId: string;
  side: Voice["side"] | null;
  parentId: string | null;
  body: string;
  liked: number;
  was?: string;
  editedAt?: number;
  tag?: string;
};

type Window = { phase: Chapter["phase"]; from: number; to: number; running: boolean; voices: readonly Voice[] };

/** The chapters of a story as stretches of time, the last one until now. */
export function windowsOf({ chapters }: DebateStory, now: Date): Window[] {
  return chapters.map(({ phase, from, voices = [] }, index) => {
    const next = chapters[index + 1];
    const to = next ? moment(now, next.from).getTime() : now.getTime();
    return { phase, from: moment(now, from).getTime(), to, running: !next, voices };
  });
}

/** Who said what and when: contributions closer and closer together until minutes ago, replies within two days. */
export function linesOf(story: DebateStory, people: readonly Person[], now: Date, roll: () => number): Line[] {
  const windows = windowsOf(story, now);
  const [first] = windows;
  if (!first) return [];
  const speaker = casting(story, people, new Date(first.from), roll);
  return windows.flatMap((window, index) =>
    timesIn(window).flatMap(([voice, at]) => {
      const authorId = voice.by ?? speaker(voice.side, voice.heard);
      const { side, body, liked, was, tag } = voice;
      const line: Line = { id: newId(), at, authorId, side, parentId: null, body, liked, ...(tag && { tag }) };
      const editedAt = Math.min(at + Math.round((2 + 6 * roll()) * MINUTE), window.to - MINUTE);
      const edit = was && { was, editedAt };
      const arena = windows.slice(index).find(({ phase }) => phase === "debate");
      const replies = arena ? repliesTo(voice, { ...line, ...edit }, arena, speaker, roll) : [];
      return [{ ...line, ...edit }, ...replies];
    }),
  );
}

function timesIn({ from, to, running, voices }: Window): [Voice, number][] {
  const first = from + Math.min(40 * MINUTE, (to - from) / 20);
  const last = to - (running ? 4 * MINUTE : Math.min(HOUR, (to - from) / 20));
  return voices.map((voice, index) => {
    const left = (voices.length - 1 - index) / Math.max(1, voices.length - 1);
    return [voice, Math.round(last - (last - first) * left ** (running ? 2.4 : 1.4))];
  });
}

function repliesTo(
  voice: Voice,
  parent: Line,
  arena: Window,
  speaker: ReturnType<typeof casting>,
  roll: () => number,
): Line[] {
  const end = arena.to - (arena.running ? MINUTE / 2 : 10 * MINUTE);
  let at = Math.max(parent.at, arena.from + 10 * MINUTE);
  let before = parent.authorId;
  return voice.replies.map(({ body, heard, sameAuthor }) => {
    at = Math.round(at + (Math.min(end, at + 30 * HOUR) - at) * (0.05 + 0.5 * roll()));
    before = sameAuthor ? parent.authorId : speaker("reply", heard, before);
    return { id: newId(), at, authorId: before, side: null, parentId: parent.id, body, liked: 0 };
  });
}

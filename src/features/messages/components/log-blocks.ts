import { weekdayAndDay } from "@/core/french-dates.ts";
import { PARIS, zonedDay } from "@/core/zoned-time.ts";
import type { ChangeEntry, LogEntry, MessageView } from "../message.views.ts";

// How the log of a conversation is laid out on a screen: days, and in them what one person said in one go. Pure.

/** What happened to the conversation besides its messages: somebody was added, it has a name. */
export type HappenedEntry = ChangeEntry;
export type Line = { kind: "message"; seq: number; message: MessageView } | HappenedEntry;

export type Run =
  | { kind: "said"; key: string; own: boolean; messages: MessageView[] }
  | { kind: "happened"; key: string; entry: HappenedEntry }
  | { kind: "unread"; key: string };
export type Day = { day: string; runs: Run[] };

/** Words further apart than this are two goes. */
const PAUSE_MS = 5 * 60_000;

const atOf = (line: Line) => (line.kind === "message" ? line.message.at : line.at);
const whoseOf = ({ author, fromPlace }: MessageView) => `${author?.id ?? ""}${fromPlace ? " (lieu)" : ""}`;

/** Whether a message goes on what was said just before. */
function goesOn(run: Run | undefined, message: MessageView): run is Extract<Run, { kind: "said" }> {
  if (run?.kind !== "said") return false;
  const last = run.messages.at(-1);
  if (!last || whoseOf(last) !== whoseOf(message)) return false;
  return new Date(message.at).getTime() - new Date(last.at).getTime() < PAUSE_MS;
}

/** The last message that the reader wrote, of those that a screen shows. */
export function lastOwnOf(lines: readonly Line[], me: string): MessageView | undefined {
  const own = lines.findLast((line) => line.kind === "message" && line.message.author?.id === me);
  return own?.kind === "message" ? own.message : undefined;
}

/** The lines by day, in the order of their numbers. `unreadAfter`: up to where the reader had read when she came. */
export function daysOf(lines: readonly Line[], me: string, unreadAfter: number | null): Day[] {
  const days: Day[] = [];
  let marked = false;
  for (const line of lines) {
    const day = zonedDay(new Date(atOf(line)), PARIS);
    if (days.at(-1)?.day !== day) days.push({ day, runs: [] });
    const runs = days.at(-1)?.runs ?? [];
    const own = line.kind === "message" && line.message.author?.id === me;
    if (!marked && unreadAfter !== null && line.seq > unreadAfter && line.kind === "message" && !own) {
      marked = true;
      runs.push({ kind: "unread", key: "unread" });
    }
    const last = runs.at(-1);
    if (line.kind !== "message") runs.push({ kind: "happened", key: `h${line.seq}`, entry: line });
    else if (goesOn(last, line.message)) last.messages.push(line.message);
    else runs.push({ kind: "said", key: `s${line.seq}`, own, messages: [line.message] });
  }
  return days;
}

/** "Aujourd’hui", "Hier", "samedi 28 novembre", with its year when it is not this one. */
export function dayWords(day: string, now: number): string {
  const today = zonedDay(new Date(now), PARIS);
  if (day === today) return "Aujourd’hui";
  if (day === zonedDay(new Date(now - 86_400_000), PARIS)) return "Hier";
  const words = weekdayAndDay(new Date(`${day}T12:00:00Z`));
  return day.slice(0, 4) === today.slice(0, 4) ? words : `${words} ${day.slice(0, 4)}`;
}

/** What a screen shows of some numbers of the log: messages, and what happened to the conversation. */
export const linesOf = (entries: readonly LogEntry[]): Line[] =>
  entries.flatMap((entry): Line[] => (entry.kind === "message" || "whom" in entry ? [entry] : []));

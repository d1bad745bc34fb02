// The durable log of a debate or a conversation, as every screen takes it: one number after the other, each once. Pure.

/** One number of a log. */
export type Numbered = { seq: number };
/** Some numbers, and how far the log went when they were read. */
export type LogNews<Entry extends Numbered> = { entries: readonly Entry[]; lastSeq: number };
export type LogState = {
  /** The last number that this screen holds; it takes only the next one. */
  lastSeq: number;
  /** Whether something was missed: the screen must pull. */
  behind: boolean;
};

/** Takes what comes next in a log; what is known is skipped, and a hole means that the screen must pull. */
export function takeNext<State extends LogState, Entry extends Numbered>(
  state: State,
  news: LogNews<Entry>,
  take: (state: State, entry: Entry) => State,
): State {
  let next = state;
  for (const entry of [...news.entries].sort((a, b) => a.seq - b.seq)) {
    if (entry.seq <= next.lastSeq) continue;
    if (entry.seq !== next.lastSeq + 1) return { ...next, behind: true };
    next = { ...take(next, entry), lastSeq: entry.seq };
  }
  return news.lastSeq > next.lastSeq ? { ...next, behind: true } : next;
}

/** Takes word of how far a log went, without what it holds. */
export const heardOf = <State extends LogState>(state: State, upTo: number): State =>
  upTo > state.lastSeq ? { ...state, behind: true } : state;

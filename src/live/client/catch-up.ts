/** Screens that missed the same thing do not all ask in the same millisecond. */
const SPREAD_MS = 300;
const RETRY_MS = 2_000;

type Options<View> = {
  /** Asks what came after a number; null when the server could not say. */
  ask: (after: number) => Promise<View | null>;
  take: (view: View) => void;
  lastSeq: () => number;
  /** Whether the screen knows that it misses something. */
  isBehind: () => boolean;
};

/** Pulls what a screen misses of a log: one request at a time, again while there is more, and again later when one fails. */
export function createCatchUp<View>({ ask, take, lastSeq, isBehind }: Options<View>) {
  let pulling = false;
  let again = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function pull(): Promise<void> {
    // What is under way may have been read before the reason for this one.
    again = true;
    if (pulling) return;
    pulling = true;
    try {
      while (again || isBehind()) {
        again = false;
        const from = lastSeq();
        const view = await ask(from);
        if (!view) return later(RETRY_MS);
        take(view);
        if (lastSeq() === from && !again) return;
      }
    } catch {
      later(RETRY_MS);
    } finally {
      pulling = false;
    }
  }

  function later(delay = 0): void {
    if (stopped) return;
    timer ??= setTimeout(
      () => {
        timer = undefined;
        void pull();
      },
      delay + Math.random() * SPREAD_MS,
    );
  }

  return {
    pull,
    /** A frame showed a hole: pull soon. */
    later: () => later(),
    start(): void {
      stopped = false;
    },
    /** The screen is gone: nothing is asked again. */
    stop(): void {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

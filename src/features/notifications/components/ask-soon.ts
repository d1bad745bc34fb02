/** Signals that come within this time, ms, are answered by one request: one's own reading, and the frame that says it. */
const GATHERING_MS = 150;

/** Asks once for the signals that gather: `soon(within)` asks a moment later, at random within so many ms. The earliest counts. */
export function askSoon(ask: () => void): { soon: (within?: number) => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Number.POSITIVE_INFINITY;
  const stop = () => {
    clearTimeout(timer);
    due = Number.POSITIVE_INFINITY;
  };
  return {
    soon(within = 0) {
      const wait = GATHERING_MS + Math.random() * within;
      const at = performance.now() + wait;
      if (at >= due) return;
      stop();
      due = at;
      timer = setTimeout(() => {
        stop();
        ask();
      }, wait);
    },
    stop,
  };
}

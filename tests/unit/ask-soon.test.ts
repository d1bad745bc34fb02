import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { askSoon } from "@/features/notifications/components/ask-soon.ts";

describe("asking for notices", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("is one request for one’s own reading and the frame that says it", () => {
    const ask = vi.fn();
    const { soon } = askSoon(ask);
    soon();
    vi.advanceTimersByTime(100);
    soon(0);
    vi.advanceTimersByTime(10_000);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it("is not put off by those that keep coming, nor by one that many hear", () => {
    const ask = vi.fn();
    const { soon } = askSoon(ask);
    vi.spyOn(Math, "random").mockReturnValue(0.9);
    soon(60_000);
    for (let n = 0; n < 10; n++) {
      soon();
      vi.advanceTimersByTime(50);
    }
    expect(ask.mock.calls.length).toBeGreaterThanOrEqual(2);
    expect(ask.mock.calls.length).toBeLessThanOrEqual(4);
    vi.advanceTimersByTime(120_000);
    expect(ask.mock.calls.length).toBeLessThanOrEqual(4);
  });

  it("ends with the page", () => {
    const ask = vi.fn();
    const { soon, stop } = askSoon(ask);
    soon();
    stop();
    vi.advanceTimersByTime(10_000);
    expect(ask).not.toHaveBeenCalled();
  });
});

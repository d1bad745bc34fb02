import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CatchUpView } from "@/features/debates/debate.views.ts";
import { createCatchUp } from "@/live/client/catch-up.ts";

const view = (lastSeq: number): CatchUpView => ({
  entries: [],
  lastSeq,
  counts: { pour: 0, contre: 0, neutre: 0, votes: 0, version: 0 },
  tallies: {},
  mine: {},
});

/** A screen whose server answers what the test decides, when it decides. */
function screen() {
  const asked: number[] = [];
  const answers: ((answer: CatchUpView | null | Error) => void)[] = [];
  const state = { lastSeq: 0, behind: false };
  const catchUp = createCatchUp<CatchUpView>({
    ask: (after) => {
      asked.push(after);
      return new Promise((resolve, reject) =>
        answers.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer))),
      );
    },
    take: ({ lastSeq }) => {
      state.lastSeq = lastSeq;
      state.behind = false;
    },
    lastSeq: () => state.lastSeq,
    isBehind: () => state.behind,
  });
  const answer = async (given: CatchUpView | null | Error) => {
    answers.shift()?.(given);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { catchUp, asked, answer, state };
}

describe("a screen that catches up", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("asks once more when it joins while a pull is under way: that one may have been read before", async () => {
    const { catchUp, asked, answer } = screen();
    void catchUp.pull();
    void catchUp.pull();
    expect(asked).toEqual([0]);
    await answer(view(3));
    expect(asked).toEqual([0, 3]);
    await answer(view(3));
    expect(asked).toEqual([0, 3]);
  });

  it("tries again after an answer that failed, though no frame comes any more", async () => {
    for (const failure of [null, new TypeError("fetch failed")]) {
      const { catchUp, asked, answer, state } = screen();
      state.behind = true;
      catchUp.later();
      await vi.advanceTimersByTimeAsync(300);
      expect(asked).toEqual([0]);
      await answer(failure);
      await vi.advanceTimersByTimeAsync(2_300);
      expect(asked).toEqual([0, 0]);
      await answer(view(2));
      expect(state).toEqual({ lastSeq: 2, behind: false });
    }
  });

  it("asks at once for all the holes that frames showed together", async () => {
    const { catchUp, asked } = screen();
    catchUp.later();
    catchUp.later();
    await vi.advanceTimersByTimeAsync(300);
    expect(asked).toEqual([0]);
  });
});

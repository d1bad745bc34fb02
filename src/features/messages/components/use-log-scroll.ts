import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

const useBrowserLayoutEffect = typeof window === "undefined" ? useEffect : useLayoutEffect;

/** So near to the end one is reading what comes. */
const NEAR_PX = 90;

/**
 * The scrolling of a log whose end is its beginning (flex-col-reverse): 0 is the last message, also before JavaScript. What
 * comes while one reads above moves nothing that one reads.
 */
export function useLogScroll(box: RefObject<HTMLElement | null>, version: unknown) {
  const [atEnd, setAtEnd] = useState(true);
  /** What stands at the top of the screen, and where. */
  const held = useRef<{ element: Element; top: number } | null>(null);
  const near = useRef(true);

  const look = useCallback(() => {
    const element = box.current;
    if (!element) return;
    near.current = element.scrollTop > -NEAR_PX;
    setAtEnd(near.current);
    const { top } = element.getBoundingClientRect();
    const first = [...element.querySelectorAll("[data-seq]")].find((one) => one.getBoundingClientRect().bottom > top);
    held.current = first ? { element: first, top: first.getBoundingClientRect().top } : null;
  }, [box]);

  useBrowserLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const { current } = held;
    if (!near.current && current?.element.isConnected) {
      element.scrollTop += current.element.getBoundingClientRect().top - current.top;
    }
    look();
  }, [version, box, look]);

  return {
    atEnd,
    onScroll: look,
    toEnd: useCallback(() => {
      if (box.current) box.current.scrollTop = 0;
      near.current = true;
      setAtEnd(true);
    }, [box]),
  };
}

/** Whether somebody may be looking at this page. */
export function useIsSeen(): boolean {
  const [seen, setSeen] = useState(true);
  useEffect(() => {
    const look = () => setSeen(document.visibilityState === "visible");
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  return seen;
}

import { useEffect, useState } from "react";

const EVERY_MS = 30_000;

/** The time on this screen, every half minute; what the server said until the page has come to life. */
export function useNow(first: number | null): number | null {
  const [now, setNow] = useState(first);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

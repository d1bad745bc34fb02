import { type RefObject, useEffect, useRef, useState } from "react";
import { buttonClasses } from "@/ui/button.tsx";

/** Older messages: at the press of a link, and by scrolling up to it. */
export function OlderLink({
  href,
  load,
  box,
}: {
  href: string;
  load: () => Promise<boolean>;
  box: RefObject<HTMLElement | null>;
}) {
  const link = useRef<HTMLAnchorElement>(null);
  const [loading, setLoading] = useState(false);
  const go = useRef(async () => {});
  useEffect(() => {
    go.current = async () => {
      if (loading) return;
      setLoading(true);
      await load();
      setLoading(false);
    };
  });
  useEffect(() => {
    if (!link.current) return;
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && void go.current(), {
      root: box.current,
      rootMargin: "200px 0px 0px",
    });
    watcher.observe(link.current);
    return () => watcher.disconnect();
  }, [box]);
  return (
    <p className="flex justify-center">
      <a
        ref={link}
        href={href}
        aria-busy={loading || undefined}
        onClick={(event) => {
          event.preventDefault();
          void go.current();
        }}
        className={buttonClasses({ variant: "secondary", size: "compact" })}
      >
        {loading ? "Un instant…" : "Messages plus anciens"}
      </a>
    </p>
  );
}

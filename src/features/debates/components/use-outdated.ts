import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Screens that learn the same thing do not all ask in the same second. */
const SPREAD_MS = 3_000;

/** Asks the server again for what it wrote around the contributions, once the log says that it has changed. */
export function useOutdated(outdated: boolean, onRefreshed: () => void): void {
  const router = useRouter();
  useEffect(() => {
    if (!outdated) return;
    const timer = setTimeout(() => {
      router.refresh();
      onRefreshed();
    }, Math.random() * SPREAD_MS);
    return () => clearTimeout(timer);
  }, [outdated, onRefreshed, router]);
}

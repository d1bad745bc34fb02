import { classNames } from "./class-names.ts";

/** A grey bar where words will be; the region around it says `aria-busy`. */
export function Skeleton({ className = "h-4" }: { className?: string }) {
  return <span aria-hidden="true" className={classNames("block animate-sheen rounded-full bg-line", className)} />;
}

/** A card whose author and words are on their way. */
export function SkeletonCard() {
  return (
    <div aria-hidden="true" className="grid gap-4 rounded-card border border-line bg-card px-5 py-4.5">
      <div className="flex items-center gap-3">
        <Skeleton className="size-9" />
        <div className="grid flex-1 gap-2">
          <Skeleton className="h-3.5 w-32" />
          <Skeleton className="h-3 w-44" />
        </div>
      </div>
      <div className="grid gap-2.5">
        <Skeleton />
        <Skeleton className="h-4 w-11/12" />
        <Skeleton className="h-4 w-2/3" />
      </div>
    </div>
  );
}

/** Several cards on their way, said once to screen readers. */
export function SkeletonList({ count = 3, label = "Chargement…" }: { count?: number; label?: string }) {
  return (
    <div role="status" aria-busy="true" className="grid gap-3.5">
      <span className="sr-only">{label}</span>
      {Array.from({ length: count }, (_, index) => (
        <SkeletonCard key={index} />
      ))}
    </div>
  );
}

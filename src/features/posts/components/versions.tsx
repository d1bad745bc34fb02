import { fullMoment } from "@/core/french-dates.ts";
import type { RevisionView } from "../post.views.ts";

/** What was said before, for those who read what is said now. */
export function Versions({ id, revisions }: { id?: string; revisions: readonly RevisionView[] }) {
  if (revisions.length === 0) return null;
  return (
    <details id={id} className="mt-1 scroll-mt-24">
      <summary className="flex min-h-11 items-center text-note font-semibold text-ink-3 hover:text-ink">
        {revisions.length === 1 ? "La version précédente" : `Les ${revisions.length} versions précédentes`}
      </summary>
      <ol className="mb-2 grid gap-3 border-l-[3px] border-line pl-3.5">
        {revisions.map(({ body, until }) => (
          <li key={until}>
            <p className="text-note text-ink-3">Jusqu’au {fullMoment(new Date(until))}</p>
            <p className="mt-0.5 whitespace-pre-line wrap-anywhere">{body || "(sans texte)"}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}

import Link from "next/link";
import { dayAndMonth } from "@/core/french-dates.ts";
import { richText } from "@/core/rich-text.ts";
import { RichText } from "@/ui/rich-text.tsx";
import type { SynthesisView } from "../debate.views.ts";
import { sideWords } from "./board-words.ts";

/** What a debate came to, with the contributions that it cites. */
export function Synthesis({ synthesis, closed, now }: { synthesis: SynthesisView; closed: boolean; now: number }) {
  const { body, rich, at, by, cited } = synthesis;
  const citation = (seq: number) =>
    cited[seq] ? (
      <Link
        href={cited[seq].href}
        prefetch={false}
        className="font-semibold text-rose-strong no-underline hover:underline"
      >
        n° {seq}
      </Link>
    ) : (
      <span className="text-ink-3">n° {seq}, masquée</span>
    );
  return (
    <section
      aria-labelledby="synthese"
      className="mb-8 rounded-card border border-line border-t-[3px] border-t-rose bg-card px-5 py-5 sm:px-7 sm:py-6"
    >
      <h2 id="synthese" className="text-heading">
        {closed ? "La synthèse" : "La synthèse, en cours d’écriture"}
      </h2>
      <p className="mt-1 text-note text-ink-3">
        {by ? `Par ${by.label}, le` : "Le"} {dayAndMonth(new Date(at), new Date(now))}
      </p>
      <RichText
        source={body}
        rich={rich}
        citation={citation}
        className="mt-4 max-w-[68ch] text-[1.0625rem] leading-relaxed"
      />
      {Object.keys(cited).length > 0 && (
        <details className="mt-5">
          <summary className="min-h-11 cursor-pointer py-2.5 font-[650]">Les contributions citées</summary>
          <ul className="mt-2 grid gap-4 lg:grid-cols-2">
            {Object.entries(cited).map(([seq, contribution]) => (
              <li key={seq} id={`cite-${seq}`} className="scroll-mt-24 border-l-[3px] border-line-strong pl-4">
                <RichText
                  source={contribution.body}
                  rich={richText(contribution.body)}
                  className="line-clamp-5 text-ink-2"
                />
                <p className="mt-1 text-note text-ink-3">
                  {contribution.author.label}
                  {contribution.side && ` · ${sideWords[contribution.side]}`} ·{" "}
                  <Link href={contribution.href} prefetch={false}>
                    n° {seq}
                  </Link>
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

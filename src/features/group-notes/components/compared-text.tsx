import { counted } from "@/core/french-dates.ts";
import { classNames } from "@/ui/class-names.ts";
import type { ComparedLine, Piece } from "../compare.rules.ts";

const looks = {
  same: { sign: "", word: "", row: "", piece: "" },
  gone: { sign: "−", word: "Retiré :", row: "bg-rose-soft", piece: "rounded-sm bg-rose/20 line-through" },
  fresh: { sign: "+", word: "Ajouté :", row: "bg-pour-soft", piece: "rounded-sm bg-pour/25 underline" },
};

/** What changed, line by line: a sign and a word say it, colour only helps. */
export function ComparedText({ lines }: { lines: readonly ComparedLine[] }) {
  if (!lines.some(({ kind }) => kind === "gone" || kind === "fresh"))
    return <p className="text-note text-ink-3">Le texte est le même.</p>;
  return (
    <ol className="overflow-hidden rounded-control border border-line bg-card py-1.5 text-[0.9375rem] leading-relaxed">
      {lines.map((line, index) => (
        <li key={`${index}`}>
          {line.kind === "skipped" ? (
            <p className="px-3 py-1 text-note text-ink-3">
              … {counted(line.count, "ligne identique", "lignes identiques")}
            </p>
          ) : (
            <Line kind={line.kind} pieces={line.pieces} />
          )}
        </li>
      ))}
    </ol>
  );
}

function Line({ kind, pieces }: { kind: "same" | "gone" | "fresh"; pieces: readonly Piece[] }) {
  const look = looks[kind];
  const Mark = kind === "gone" ? "del" : "ins";
  return (
    <p className={classNames("flex gap-2 px-3 py-0.5", look.row)}>
      <span aria-hidden="true" className="w-3 shrink-0 text-center font-bold">
        {look.sign}
      </span>
      {look.word && <span className="sr-only">{look.word}</span>}
      <span className="min-w-0 flex-1 whitespace-pre-wrap [overflow-wrap:anywhere]">
        {pieces.map(({ text, changed }, index) =>
          changed ? (
            <Mark key={`${index}`} className={look.piece}>
              {text}
            </Mark>
          ) : (
            text
          ),
        )}
        {pieces.every(({ text }) => text === "") && " "}
      </span>
    </p>
  );
}

import { unbroken } from "@/core/french-typography.ts";
import type { OwnRequestView } from "../request.views.ts";

/** What somebody answered to a group's questions, and her word. Nothing where she wrote nothing. */
export function RequestAnswers({
  request: { answers, words },
}: {
  request: Pick<OwnRequestView, "answers" | "words">;
}) {
  if (answers.length === 0 && !words) return null;
  return (
    <div className="grid w-full gap-3 text-[0.96875rem]">
      {answers.length > 0 && (
        <dl className="grid gap-2.5">
          {answers.map(({ question, answer }) => (
            <div key={question}>
              <dt className="text-note font-[650] text-ink-2 wrap-anywhere">{unbroken(question)}</dt>
              <dd className="whitespace-pre-line wrap-anywhere">{unbroken(answer)}</dd>
            </div>
          ))}
        </dl>
      )}
      {words && <p className="whitespace-pre-line text-ink-2 wrap-anywhere">{unbroken(`« ${words} »`)}</p>}
    </div>
  );
}

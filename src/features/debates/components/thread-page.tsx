import Link from "next/link";
import { fullMoment } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { TitleWords } from "@/ui/title-words.tsx";
import type { ThreadPageView } from "../debate.views.ts";
import { EditForm } from "./edit-form.tsx";
import { ThreadBoard } from "./thread-board.tsx";

type Props = {
  thread: ThreadPageView;
  /** The contribution or reply that its author is editing, by its id. */
  editing: string | undefined;
  clientId: string;
  now: number;
};

/** One contribution, what it said before, and its replies. */
export function ThreadPage({ thread, editing, clientId, now }: Props) {
  const { debate, contribution, revisions, me } = thread;
  const edited = [contribution, ...contribution.replies].find(({ id, own }) => own && id === editing);
  return (
    <div className="mx-auto max-w-[44rem]">
      <p className="mb-2 text-note font-semibold text-ink-3">{debate.place} · débat</p>
      <h1 className="text-[1.375rem] leading-tight font-[720]">
        <Link href={paths.debate(debate)} prefetch={false} className="no-underline hover:underline">
          <TitleWords>{debate.question}</TitleWords>
        </Link>
      </h1>
      {edited && <EditForm entry={edited} back={paths.contribution(debate, contribution.seq)} />}
      <ThreadBoard thread={thread} clientId={clientId} now={me ? now : null} />
      {revisions.length > 0 && (
        <section
          id="versions"
          aria-labelledby="versions-titre"
          className="mt-10 scroll-mt-20 border-t border-line pt-5"
        >
          <h2 id="versions-titre" className="text-lg">
            Avant d’être modifié
          </h2>
          <ol className="mt-3 grid gap-4">
            {revisions.map(({ seq, body, replacedAt }) => (
              <li key={`${seq} ${replacedAt}`} className="border-l-[3px] border-line pl-4">
                <p className="whitespace-pre-line text-ink-2 [overflow-wrap:anywhere]">{body}</p>
                <p className="mt-1 text-note text-ink-3">
                  <a href={`#c-${seq}`} className="text-inherit">
                    {seq === contribution.seq ? "La contribution" : `La réponse n° ${seq}`}
                  </a>
                  , jusqu’au {fullMoment(new Date(replacedAt))}
                </p>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

"use client";

import { useActionState } from "react";
import { counted } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { reasons } from "@/core/reasons.ts";
import { Notice } from "@/ui/notice.tsx";
import { useNow } from "@/ui/use-now.ts";
import { voteAction } from "../debate.actions.ts";
import { takesContributions, takesReplies, takesVotes } from "../debate.rules.ts";
import type { ThreadPageView } from "../debate.views.ts";
import { ConnectionWords } from "./connection-words.tsx";
import { Acts, ContributionCard, ReplyWords, SentCard } from "./contribution-card.tsx";
import { DebateComposer } from "./debate-composer.tsx";
import { useDebateFeed } from "./use-debate-feed.ts";
import { useOutdated } from "./use-outdated.ts";
import { useVotes } from "./use-votes.ts";

const nothing = { entries: [], more: false };
const never = () => false;

type Props = { thread: ThreadPageView; clientId: string; now: number | null };

/** A contribution and its replies, moving with every screen: the newest comes last, so that nothing moves. */
export function ThreadBoard({ thread, clientId, now: serverNow }: Props) {
  const { debate, contribution, me } = thread;
  const now = useNow(serverNow);
  const columns = {
    ...{ pour: nothing, contre: nothing, neutre: nothing },
    [contribution.side]: { entries: [contribution], more: false },
  };
  const board = useDebateFeed(debate.id, { debate, columns, newest: false, threaded: !thread.more }, never);
  const { feed, status } = board;
  const [voteForm, sendVote] = useActionState(voteAction, {});
  const vote = useVotes(board);
  useOutdated(feed.outdated, board.refreshed);
  const entry = feed.columns[contribution.side].shown[0] ?? contribution;
  const replies = entry.replies ?? [];
  const page = paths.contribution(debate, contribution.seq);
  const can = {
    vote: thread.can.takePart && takesVotes(feed.phase),
    reply: thread.can.takePart && takesReplies(feed.phase),
    edit: thread.can.takePart && takesContributions(feed.phase),
    report: true,
  };
  const gone = feed.hidden.includes(entry.seq);
  return (
    <>
      <ConnectionWords status={status} />
      {voteForm.error && (
        <Notice tone="error" role="alert" className="mt-4">
          {voteForm.error.message}
        </Notice>
      )}
      <form action={sendVote} onSubmit={vote} className="mt-5">
        <input type="hidden" name="debate" value={`${debate.id}-${debate.slug}`} />
        <input type="hidden" name="side" value={entry.side} />
        <ContributionCard
          debate={debate}
          entry={entry}
          wish={feed.votes[entry.id]?.value}
          hidden={gone}
          can={can}
          now={now}
          arrives={false}
          alone
        />
      </form>
      {!gone && (
        <section aria-labelledby="reponses" className="mt-7">
          <h2 id="reponses" className="mb-3 text-lg" aria-live="polite">
            {entry.replyCount > 0 ? counted(entry.replyCount, "réponse") : "Pas encore de réponse"}
          </h2>
          <ol className="grid gap-4">
            {replies.map((reply) => (
              <li
                key={reply.id}
                id={`c-${reply.seq}`}
                tabIndex={-1}
                className="scroll-mt-24 border-l-[3px] border-line pl-4"
              >
                <ReplyWords reply={reply} now={now} page={page} />
                <p className="flex flex-wrap items-center gap-x-4">
                  <Acts entry={reply} can={can} now={now} page={page} />
                </p>
              </li>
            ))}
          </ol>
          {thread.more && (
            <a href={`?apres=${replies.at(-1)?.seq ?? 0}`} className="mt-4 inline-flex min-h-11 items-center">
              Voir les réponses suivantes
            </a>
          )}
          {feed.sent && me && (
            <div className="mt-4">
              <SentCard sent={feed.sent} me={me} />
            </div>
          )}
          {me && can.reply && entry.closed && (
            <p id="repondre" className="mt-5 scroll-mt-24 text-ink-2">
              {reasons.reply_closed}
            </p>
          )}
          {me && can.reply && !entry.closed && (
            <div id="repondre" className="mt-5 scroll-mt-24">
              <DebateComposer
                debate={debate}
                me={me}
                asksPublicName={thread.asksPublicName}
                sides={[]}
                side={entry.side}
                parentId={entry.id}
                clientId={clientId}
                status={status}
                send={board.send}
              />
            </div>
          )}
        </section>
      )}
    </>
  );
}

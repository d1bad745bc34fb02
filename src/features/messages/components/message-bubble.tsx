import type { ReactNode } from "react";
import { clockTime, fullMoment } from "@/core/french-dates.ts";
import { unbroken } from "@/core/french-typography.ts";
import { type MentionView, withMentions } from "@/core/mentions.ts";
import { classNames } from "@/ui/class-names.ts";
import { RichText } from "@/ui/rich-text.tsx";
import type { MessageView, PersonView } from "../message.views.ts";
import { MessageAttachments } from "./message-attachments.tsx";

/** What stands in a bubble once its words are gone. */
const goneWords = ({ deleted, own }: { deleted: boolean; own: boolean }) =>
  deleted ? (own ? "Tu as supprimé ce message" : "Message supprimé") : "Message masqué par la modération";

/** One message: what it answers, what it says, what hangs on it, when. `menu` is what one may do about it. */
export function MessageBubble({
  message,
  own,
  first,
  people,
  onQuote,
  state,
  menu,
  highlighted,
}: {
  message: MessageView;
  own: boolean;
  /** The first of what its author said in one go. */
  first: boolean;
  people: Readonly<Record<string, PersonView>>;
  /** Shows the message that it answers; the link alone does so before JavaScript. */
  onQuote?: (seq: number) => boolean;
  /** Under it: sent, read by whom. */
  state?: ReactNode;
  menu?: ReactNode;
  highlighted?: boolean;
}) {
  const { seq, body, replyTo, at, edited, deleted, hidden, author } = message;
  const gone = deleted || hidden;
  const moment = new Date(at);
  return (
    <li
      id={`m${seq}`}
      data-seq={seq}
      tabIndex={-1}
      className={classNames(
        "group/message flex scroll-my-24 flex-col rounded-card",
        own ? "items-end" : "items-start",
        highlighted && "animate-arrive outline-[2.5px] outline-offset-2 outline-rose",
      )}
    >
      <div className={classNames("flex max-w-full items-center gap-0.5", own && "flex-row-reverse")}>
        <div
          className={classNames(
            "min-w-0 max-w-[min(34rem,calc(100vw-7.5rem))] rounded-[1.125rem] border px-3.5 py-2 lg:max-w-[min(34rem,30vw+8rem)]",
            own ? "border-transparent bg-rose-soft" : "border-line bg-card",
            gone && "border-dashed border-line-strong bg-transparent",
            first && (own ? "rounded-tr-md" : "rounded-tl-md"),
          )}
        >
          <p className="sr-only">{`${own ? "Toi" : (author?.name ?? "Compte supprimé")}, ${clockTime(moment)} :`}</p>
          {replyTo && <Quote replyTo={replyTo} onQuote={onQuote} />}
          {gone ? (
            <p className="text-[0.9375rem] text-ink-3 italic">{goneWords({ deleted: deleted === true, own })}</p>
          ) : (
            <>
              <MessageAttachments photos={message.photos} files={message.files} />
              {body !== "" && (
                <RichText source={body} rich={richOf(message, people)} className="mt-1.5 leading-[1.42] first:mt-0" />
              )}
            </>
          )}
          <p
            className={classNames("mt-0.5 text-right text-xs tabular-nums", own && !gone ? "text-ink-2" : "text-ink-3")}
          >
            {edited && !gone && <span>modifié · </span>}
            <time dateTime={at} title={fullMoment(moment)}>
              {clockTime(moment)}
            </time>
          </p>
        </div>
        {menu}
      </div>
      {state}
    </li>
  );
}

function Quote({
  replyTo: { seq, author, excerpt },
  onQuote,
}: {
  replyTo: NonNullable<MessageView["replyTo"]>;
  onQuote?: ((seq: number) => boolean) | undefined;
}) {
  return (
    <a
      href={`?autour=${seq}#m${seq}`}
      onClick={(event) => {
        if (onQuote?.(seq)) event.preventDefault();
      }}
      className="mb-1.5 block min-h-11 rounded-control border-l-[3px] border-rose bg-paper/70 px-2.5 py-1.5 text-note no-underline hover:bg-paper"
    >
      <span className="block font-[650]">
        <span className="sr-only">En réponse à </span>
        {author}
      </span>
      <span className="line-clamp-2 text-ink-2">{excerpt === "" ? "Ce message n’est plus là" : unbroken(excerpt)}</span>
    </a>
  );
}

/** The names in it lead to the cards that this reader sees. */
function richOf({ body, rich, mentions }: MessageView, people: Readonly<Record<string, PersonView>>) {
  if (!mentions || mentions.length === 0) return rich ?? null;
  const named = mentions.map(
    ({ id, label }): MentionView => ({ kind: "member", id, label, href: people[id]?.href ?? null }),
  );
  return withMentions(body, rich ?? null, named);
}

import { classNames } from "@/ui/class-names.ts";
import { Icon } from "@/ui/icons.tsx";
import { carriedWords } from "./excerpt-of-message.ts";
import type { OutgoingMessage } from "./message-outbox.ts";

const button =
  "inline-flex min-h-11 items-center rounded-full px-2.5 text-note font-semibold text-ink-2 underline underline-offset-2 hover:text-ink";

/** What the reader wrote and the server does not have yet: on its way, waiting for the line, or refused with why. */
export function WaitingMessages({
  outgoing,
  onAgain,
  onTakeBack,
}: {
  outgoing: readonly OutgoingMessage[];
  onAgain: (clientId: string) => void;
  onTakeBack: (message: OutgoingMessage) => void;
}) {
  if (outgoing.length === 0) return null;
  return (
    <ol aria-label="Pas encore envoyés" className="grid gap-1.5">
      {outgoing.map((message) => (
        <WaitingMessage
          key={message.input.clientId}
          message={message}
          onAgain={() => onAgain(message.input.clientId)}
          onTakeBack={() => onTakeBack(message)}
        />
      ))}
    </ol>
  );
}

function WaitingMessage({
  message: { input, state, problem },
  onAgain,
  onTakeBack,
}: {
  message: OutgoingMessage;
  onAgain: () => void;
  onTakeBack: () => void;
}) {
  const carries = carriedWords(input.photoIds?.length ?? 0, input.fileIds?.length ?? 0);
  return (
    <li className="flex flex-col items-end">
      <div
        aria-busy={state === "sending" || undefined}
        className={classNames(
          "max-w-[min(34rem,82%)] rounded-[1.125rem] border border-dashed border-control px-3.5 py-2",
          state === "sending" || state === "stored" ? "bg-rose-soft" : "bg-card",
        )}
      >
        {input.body !== "" && <p className="leading-[1.42] whitespace-pre-line wrap-anywhere">{input.body}</p>}
        {carries !== "" && <p className="text-note text-ink-2">{carries}</p>}
      </div>
      <div className="flex flex-wrap items-center justify-end gap-x-1">
        <p
          role={state === "refused" ? "alert" : "status"}
          className={classNames(
            "inline-flex items-center gap-1.5 py-1 text-note",
            state === "refused" ? "font-semibold text-rose-strong" : "text-ink-2",
          )}
        >
          <Icon
            name={state === "refused" ? "warning" : state === "stored" ? "check" : "clock"}
            size={14}
            className="shrink-0"
          />
          {state === "sending"
            ? "Envoi…"
            : state === "stored"
              ? "Envoyé"
              : state === "waiting"
                ? "En attente du réseau"
                : problem && (problem.fields?.body ?? problem.message)}
        </p>
        {state === "refused" && (
          <button type="button" onClick={onAgain} className={button}>
            Réessayer
          </button>
        )}
        {(state === "waiting" || state === "refused") && (
          <button type="button" onClick={onTakeBack} className={button}>
            Reprendre
          </button>
        )}
      </div>
    </li>
  );
}

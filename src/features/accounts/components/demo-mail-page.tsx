import { Card } from "@/ui/card.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { RelativeTime } from "@/ui/relative-time.tsx";
import type { MailView } from "../eml.rules.ts";

/** The demo's outgoing mail: nothing leaves, everything is read here. */
export function DemoMailPage({ mails, now }: { mails: readonly MailView[]; now: Date }) {
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title="Le courrier de la démo"
        lede="Dans cette démonstration, rien ne part pour de vrai : les messages arrivent ici, le plus récent d’abord."
      />
      {mails.length === 0 ? (
        <EmptyState title="Pas encore de courrier">
          Inscris-toi ou demande un code : le message apparaîtra ici.
        </EmptyState>
      ) : (
        <ol className="grid gap-4">
          {mails.map((mail, index) => (
            <li key={mail.id}>
              <Mail mail={mail} now={now} open={index === 0} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Mail({ mail, now, open }: { mail: MailView; now: Date; open: boolean }) {
  return (
    <Card as="article">
      <h2 className="text-[1.0625rem] font-[650] wrap-anywhere">{mail.subject}</h2>
      <p className="text-note text-ink-3">
        À <span className="break-all">{mail.to}</span>
        {mail.date && (
          <>
            , <RelativeTime date={mail.date} now={now} />
          </>
        )}
      </p>
      {mail.code && (
        <p className="mt-3 font-display text-3xl font-bold tracking-[0.2em] text-rose-strong tabular-nums">
          {mail.code}
        </p>
      )}
      <details open={open} className="mt-2">
        <summary className="inline-flex min-h-11 items-center text-note font-semibold underline underline-offset-2">
          Le message
        </summary>
        <p className="text-[0.9375rem] whitespace-pre-line text-ink-2 wrap-anywhere">{mail.text}</p>
      </details>
    </Card>
  );
}

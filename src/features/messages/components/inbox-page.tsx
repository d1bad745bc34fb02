import Link from "next/link";
import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import { type InboxTab, inboxTabs } from "../inbox.rules.ts";
import type { InboxView } from "../inbox.views.ts";
import { InboxRows } from "./inbox-rows.tsx";
import { LiveInbox } from "./live-inbox.tsx";

const labels: Record<InboxTab, string> = { attente: "À répondre", moi: "Pour moi", toutes: "Toutes" };

const nothing: Record<InboxTab, { title: string; text: string }> = {
  attente: {
    title: "Personne n’attend de réponse",
    text: "Les messages des membres arrivent ici, pour toutes les personnes responsables. La première qui répond s’en occupe.",
  },
  moi: {
    title: "Rien ne t’est confié",
    text: "Ce que tu prends en charge, ou que d’autres te confient, se retrouve ici.",
  },
  toutes: {
    title: "Personne n’a encore écrit",
    text: "Les membres écrivent depuis la page du lieu, sans connaître ton adresse.",
  },
};

/** The inbox that those in charge of a place share. */
export function InboxPage({ inbox, me, now }: { inbox: InboxView; me: string; now: Date }) {
  const { scope, place, placeHref, consoleHref, broadcastHref, tab, counts, rows, next } = inbox;
  const base = paths.inbox(scope);
  const hrefOf = (one: InboxTab) => (one === "attente" ? base : `${base}?voir=${one}`);
  const counted: Partial<Record<InboxTab, number>> = { attente: counts.waiting, moi: counts.mine };
  return (
    <div className="mx-auto max-w-4xl">
      <LiveInbox scope={scope} />
      <PageHeader
        eyebrow={
          <>
            <Link href={consoleHref} prefetch={false} className="inline-flex min-h-11 items-center">
              Gestion
            </Link>
            <span aria-hidden="true">·</span>
            <Link href={placeHref} prefetch={false} className="inline-flex min-h-11 items-center">
              {place}
            </Link>
          </>
        }
        title="Messages aux responsables"
        lede="Une boîte commune : vous voyez toutes et tous les mêmes conversations, et qui répond à qui."
        actions={
          <ButtonLink href={broadcastHref} variant="secondary" icon="megaphone">
            Écrire à tous les membres
          </ButtonLink>
        }
        className="mb-5! md:mb-6!"
      />
      <Tabs
        label="Parties de la boîte"
        current={hrefOf(tab)}
        tabs={inboxTabs.map((one) => ({
          href: hrefOf(one),
          label: labels[one],
          ...(counted[one] && { count: counted[one] }),
        }))}
        className="mb-5 overflow-x-auto overflow-y-hidden max-sm:[&_a]:px-2 [&_a]:whitespace-nowrap"
      />
      {rows.length > 0 ? (
        <InboxRows rows={rows} now={now} me={me} />
      ) : (
        <EmptyState title={nothing[tab].title}>
          <p>{nothing[tab].text}</p>
        </EmptyState>
      )}
      {next && (
        <div className="mt-5">
          <ButtonLink href={`${base}?voir=${tab}&apres=${next}`} variant="secondary">
            Voir la suite
          </ButtonLink>
        </div>
      )}
    </div>
  );
}

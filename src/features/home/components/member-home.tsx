import Link from "next/link";
import type { ReactNode } from "react";
import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { Icon } from "@/ui/icons.tsx";
import { EmptyVoices } from "@/ui/illustrations.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { ActView, MemberHomeView } from "../home.queries.ts";

const ledes = [
  "Tu as fait le tour de ce qui t’attendait.",
  "Un geste pour cette semaine.",
  "Deux gestes pour cette semaine.",
  "Trois gestes pour cette semaine.",
];

/** A member's home: what she could do now, then what was published for her; beside it on a wide screen, what comes next. */
export function MemberHome({
  home,
  agenda,
  feed,
  children,
}: {
  home: MemberHomeView;
  /** Her next actions. */
  agenda: ReactNode;
  feed: ReactNode;
  /** The debates that run. */
  children: ReactNode;
}) {
  const { firstName, acts, offerFilled } = home;
  return (
    <>
      <header className="mb-5 md:mb-7">
        <h1 className="text-title font-[750]">Bonjour {firstName}</h1>
        <p className="mt-2 text-lede text-ink-2">{ledes[acts.length]}</p>
      </header>
      {acts.length > 0 ? (
        <ol className="grid gap-3 lg:grid-cols-3 lg:gap-4">
          {acts.map((act, index) => (
            <Act key={act.href} act={act} number={index + 1} />
          ))}
        </ol>
      ) : (
        <EmptyState
          illustration={<EmptyVoices />}
          title="Rien ne t’attend : merci !"
          action={<ButtonLink href={paths.debates}>Voir tous les débats</ButtonLink>}
        >
          Reviens lire les nouvelles contributions, ou change d’avis : ton dernier vote compte.
        </EmptyState>
      )}
      {!offerFilled && (
        <p className="mt-4 text-[0.96875rem] text-ink-2">
          Dis en une minute ce que tu ferais volontiers, et quand : ces propositions seront les tiennes.{" "}
          <Link href={paths.offer} prefetch={false} className="inline-flex min-h-11 items-center font-semibold">
            Mon engagement à la carte
          </Link>
        </p>
      )}
      <div className="mt-10 grid gap-10 md:mt-13 lg:grid-cols-[minmax(0,1fr)_20.5rem] lg:grid-rows-[auto_1fr] lg:gap-x-10 xl:grid-cols-[minmax(0,1fr)_23rem] xl:gap-x-12">
        <div className="min-w-0 lg:col-start-2">{agenda}</div>
        <div className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1">{feed}</div>
        <section aria-labelledby="en-cours" className="min-w-0 lg:col-start-2">
          <SectionHeading id="en-cours" title="Débats en cours" link={{ href: paths.debates, label: "Tous" }} />
          {children}
        </section>
      </div>
    </>
  );
}

function Act({ act, number }: { act: ActView; number: number }) {
  return (
    <li className="relative flex items-center gap-4 rounded-card border border-line bg-card px-4 py-4 transition-colors hover:border-line-strong sm:px-5 lg:items-start lg:py-5">
      <span
        aria-hidden="true"
        className="w-6 shrink-0 text-center font-display text-2xl leading-none font-[760] text-rose lg:pt-0.5"
      >
        {number}
      </span>
      <div className="min-w-0 flex-1">
        <h2 className="text-[1.0625rem] leading-snug font-[680] tracking-normal">
          <Link
            href={act.href}
            prefetch={false}
            className="no-underline after:absolute after:inset-0 after:rounded-card"
          >
            {act.title}
          </Link>
        </h2>
        <p className="mt-1 text-note text-ink-3 first-letter:uppercase">{act.reason}</p>
      </div>
      <Icon name="chevron" size={18} className="shrink-0 self-center text-ink-3" />
    </li>
  );
}

import type { ReactNode } from "react";
import { fullDay } from "@/core/french-dates.ts";
import { isToComplete } from "@/core/organisation.ts";
import { Badge } from "@/ui/badge.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Prose } from "@/ui/prose.tsx";

/** The shape of the four legal pages: title, one plain sentence, date of the text, the text. */
export function LegalPage({
  title,
  lede,
  date,
  children,
}: {
  title: string;
  lede: ReactNode;
  date: string;
  children: ReactNode;
}) {
  return (
    <div className="mx-auto max-w-180">
      <PageHeader
        eyebrow={`Version du ${fullDay(new Date(`${date}T12:00:00Z`))}`}
        title={title}
        lede={lede}
        className="mb-2! md:mb-4!"
      />
      <Prose>{children}</Prose>
    </div>
  );
}

/** A value of the configuration, or a mark that the operator has still to write it. */
export function Configured({ value }: { value: string }) {
  return isToComplete(value) ? <Badge tone="amber">{value}</Badge> : value;
}

/** A line of a table of facts. */
export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 py-2.5 sm:grid-cols-[13rem_1fr]">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** An address to write to. */
export function MailLink({ to }: { to: string }) {
  return <a href={`mailto:${to}`}>{to}</a>;
}

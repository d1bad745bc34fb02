import type { ReactNode } from "react";
import { frenchNumber } from "@/core/french-dates.ts";
import { Button, ButtonLink } from "@/ui/button.tsx";
import { classNames } from "@/ui/class-names.ts";
import { Icon } from "@/ui/icons.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import { TextInput } from "@/ui/text-field.tsx";

export type Tile = { href: string; count: number; one: string; many: string; waits?: boolean };

/** What waits and how many there are, each leading to its list. What waits stands out; what is done has its sign. */
export function DeskTiles({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <nav aria-label="En un coup d’œil" className="mb-9 md:mb-11">
      <ul className="grid grid-cols-2 gap-2.5 sm:grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))]">
        {tiles.map(({ href, count, one, many, waits }) => {
          const urgent = waits && count > 0;
          return (
            <li key={href}>
              <a
                href={href}
                className={classNames(
                  "grid h-full min-h-22 content-start gap-0.5 rounded-card border px-4 py-3 no-underline transition-colors",
                  urgent
                    ? "border-rose-line bg-rose-soft text-rose-strong hover:border-rose"
                    : "border-line bg-card text-ink-2 hover:border-line-strong",
                )}
              >
                <span className="flex items-center gap-2 font-display text-[1.75rem] leading-tight font-[760] tabular-nums">
                  {frenchNumber(count)}
                  {waits && count === 0 && <Icon name="check" size={20} className="text-ok" />}
                </span>
                <span className="text-note leading-snug">{count < 2 ? one : many}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** One list of a desk under its title. */
export function DeskSection({
  id,
  title,
  note,
  link,
  children,
}: {
  id: string;
  title: string;
  note?: ReactNode;
  link?: { href: string; label: string };
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="scroll-mt-6">
      <SectionHeading id={id} title={title} note={note} {...(link && { link })} className="scroll-mt-20" />
      {children}
    </section>
  );
}

/** A list where nothing waits. */
export function NothingWaits({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-center gap-3 rounded-card border border-dashed border-line-strong px-4 py-4 text-ink-2 sm:px-5">
      <Icon name="check" size={20} className="shrink-0 text-ok" />
      <span>{children}</span>
    </p>
  );
}

/** Before and after a page of a list. */
export function DeskPages({
  label,
  base,
  param,
  anchor,
  page,
  keep = {},
}: {
  label: string;
  base: string;
  param: string;
  anchor: string;
  page: { first: boolean; next: string | null };
  keep?: Readonly<Record<string, string>>;
}) {
  if (page.first && !page.next) return null;
  const to = (after: string | null) => {
    const search = new URLSearchParams({ ...keep, ...(after && { [param]: after }) }).toString();
    return `${base}${search && `?${search}`}#${anchor}`;
  };
  return (
    <nav aria-label={label} className="mt-4 flex flex-wrap gap-2.5">
      {!page.first && (
        <ButtonLink href={to(null)} variant="secondary" size="compact">
          Revenir au début
        </ButtonLink>
      )}
      {page.next && (
        <ButtonLink href={to(page.next)} variant="secondary" size="compact" trailingIcon="arrow">
          Voir les suivants
        </ButtonLink>
      )}
    </nav>
  );
}

/** A piece of a name, to find somebody in a list of the desk. */
export function NameSearch({
  action,
  name,
  label,
  searched,
}: {
  action: string;
  name: string;
  label: string;
  searched: string;
}) {
  const id = `chercher-${name}`;
  return (
    <search className="mb-4 block">
      <form action={action} className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <label htmlFor={id} className="sr-only">
            {label}
          </label>
          <TextInput type="search" id={id} name={name} defaultValue={searched} maxLength={80} placeholder={label} />
        </div>
        <Button type="submit" variant="secondary" className="min-h-12">
          Chercher
        </Button>
      </form>
    </search>
  );
}

import Link from "next/link";
import type { ReactNode } from "react";
import { paths } from "@/core/paths.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Icon } from "@/ui/icons.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import type { FoundSectionView } from "../section.views.ts";

/** One's section by one's commune: a form that works before JavaScript, and what it found. */
export function FindSection({
  field,
  search,
}: {
  field: ReactNode;
  search: { text: string; found: FoundSectionView[] };
}) {
  const { text, found } = search;
  return (
    <Card as="section" padding="roomy" aria-label="Trouver une section" className="mb-9">
      <search>
        <form action={paths.sections} method="get" className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 flex-[1_1_16rem]">{field}</div>
          <Button type="submit" size="large" variant="secondary">
            Trouver la section
          </Button>
        </form>
      </search>
      {text !== "" && (
        <div role="status" className="mt-5">
          {found.length === 0 ? (
            <p className="text-ink-2">
              Aucune commune ne ressemble à « {text} ». Essaie avec le code postal, ou choisis ta fédération ci-dessous.
            </p>
          ) : (
            <List>
              {found.map(({ code, label, section }) => (
                <ListRow
                  key={code}
                  href={section.href}
                  lead={<Icon name="pin" className="text-rose" />}
                  title={label}
                  text={`Section ${section.name}`}
                />
              ))}
            </List>
          )}
        </div>
      )}
    </Card>
  );
}

/** Where one is: "Sections › Puy-de-Dôme". */
export function Breadcrumb({ steps }: { steps: readonly { label: string; href: string }[] }) {
  return (
    <nav aria-label="Fil d’Ariane">
      <ol className="flex flex-wrap items-center gap-x-1.5">
        {steps.map(({ label, href }) => (
          <li key={href} className="flex items-center gap-1.5">
            <Link href={href} prefetch={false} className="inline-flex min-h-11 items-center">
              {label}
            </Link>
            <Icon name="chevron" size={14} className="text-ink-3" />
          </li>
        ))}
      </ol>
    </nav>
  );
}

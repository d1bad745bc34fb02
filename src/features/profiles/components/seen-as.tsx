import Link from "next/link";
import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { classNames } from "@/ui/class-names.ts";
import { Notice } from "@/ui/notice.tsx";
import type { Visibility } from "../visibility.rules.ts";

const circles = [
  { as: "coopain", circle: "coopains", label: "Coopain", said: "un·e de tes coopains" },
  { as: "section", circle: "section", label: "De ma section", said: "quelqu’un de ta section" },
  { as: "membre", circle: "members", label: "Membre", said: "un·e membre d’une autre section" },
  { as: "visiteur", circle: "everyone", label: "Visiteur·se", said: "une personne sans compte" },
] as const satisfies readonly { as: string; circle: Visibility; label: string; said: string }[];

/** The circle that `?comme=…` names, or null for oneself. */
export function circleOf(as: string | string[] | undefined): Visibility | null {
  return circles.find((one) => one.as === as)?.circle ?? null;
}

/** On one's own page: the ways to look at it, and a banner that says through whose eyes one looks. */
export function SeenAs({ href, circle, found }: { href: string; circle: Visibility | null; found: boolean }) {
  const current = circles.find((one) => one.circle === circle);
  const views = [{ address: href, label: "Moi", current: !circle }].concat(
    circles.map((one) => ({ address: `${href}?comme=${one.as}`, label: one.label, current: one.circle === circle })),
  );
  return (
    <div className="mx-auto mb-7 grid max-w-4xl gap-3">
      <nav aria-label="Voir mon profil comme…">
        <p className="mb-2 text-note text-ink-3">Voir mon profil comme…</p>
        <ul className="flex flex-wrap gap-2">
          {views.map(({ address, label, current: here }) => (
            <li key={address}>
              <Link
                href={address}
                prefetch={false}
                scroll={false}
                aria-current={here ? "true" : undefined}
                className={classNames(
                  "inline-flex min-h-11 items-center rounded-full border px-4 text-[0.9375rem] font-[650] no-underline",
                  here ? "border-ink bg-ink text-paper" : "border-control bg-card text-ink hover:border-ink",
                )}
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {current && (
        <Notice
          title={`Ta page, comme la voit ${current.said}`}
          action={
            <ButtonLink href={paths.visibilities} variant="secondary" size="compact">
              Changer qui voit quoi
            </ButtonLink>
          }
        >
          {found
            ? "Ce qui n’apparaît pas ici ne leur est jamais envoyé."
            : "Cette personne ne trouve pas ta page : elle lit qu’elle n’existe pas."}
        </Notice>
      )}
    </div>
  );
}

import Link from "next/link";
import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import { Wordmark } from "./wordmark.tsx";

const links = [
  { href: paths.rules, label: "Règles de la maison" },
  { href: paths.privacy, label: "Confidentialité" },
  { href: paths.accessibility, label: "Accessibilité" },
  { href: paths.legalNotice, label: "Mentions légales" },
];

/** Name, tagline and the legal pages. */
export function Footer() {
  return (
    <footer data-screen-only className="border-t border-line">
      <div className="mx-auto flex w-full max-w-295 flex-wrap items-center gap-x-8 gap-y-3 px-4 py-7 text-note text-ink-3 sm:px-6">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Wordmark className="text-lg! text-ink-2" />
          <span>{organisation.tagline}</span>
        </p>
        <nav aria-label="Informations légales" className="md:ml-auto">
          <ul className="-mx-2 flex flex-wrap">
            {links.map((link) => (
              <li key={link.href}>
                <Link
                  href={link.href}
                  prefetch={false}
                  className="inline-flex min-h-11 items-center rounded-control px-2 font-medium no-underline hover:text-ink hover:underline"
                >
                  {link.label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}

"use client";

// A client component on purpose: as a server component its every element would be rendered, serialised and
// rendered again on each request, for the same markup.

import Link from "next/link";
import type { ReactNode } from "react";
import { paths } from "@/core/paths.ts";
import { Avatar } from "./avatar.tsx";
import { ButtonLink } from "./button.tsx";
import { classNames } from "./class-names.ts";
import { Footer } from "./footer.tsx";
import { Icon, type IconName } from "./icons.tsx";
import { Menu } from "./menu.tsx";
import { MenuLink } from "./menu-item.tsx";
import { NavLink } from "./nav-link.tsx";
import { Toaster } from "./toast.tsx";
import { Wordmark } from "./wordmark.tsx";

export interface FrameItem {
  href: string;
  label: string;
  icon: IconName;
  /** How many things wait behind it, drawn by the feature: beside its words, or on its sign. */
  count?: ReactNode;
}

export interface FrameMember {
  name: string;
  /** Name of the section, as shown beside the avatar. */
  section: string | null;
  /** Her account page. */
  href: string;
  photo?: string | null;
}

export interface FrameProps {
  /** In the header from 768 px on. */
  items: readonly FrameItem[];
  /** In the bar at the bottom of a phone: two to five. Defaults to `items`. */
  barItems?: readonly FrameItem[];
  me: FrameMember | null;
  /** More lines of the member's menu: the sign-out form. */
  menu?: ReactNode;
  /** Beside the member's menu: what she is told. */
  bell?: ReactNode;
  /** For a page that does not know who reads it (not found): neither visitor's links nor member's menu. */
  quiet?: boolean;
  children: ReactNode;
}

/**
 * Header, page, footer, and the bottom bar of phones, around every page. A page may fill the screen (`data-fills`: "always",
 * or only where two panes stand side by side): it then scrolls within, without footer; on a phone without header and bar.
 */
export function Frame({ items, barItems = items, me, menu, bell, quiet, children }: FrameProps) {
  const hasBar = barItems.length > 1;
  return (
    <div
      className={classNames(
        "group/frame flex min-h-dvh flex-col has-[[data-fills=always]]:h-dvh lg:has-[[data-fills]]:h-dvh",
        hasBar && "max-md:not-has-[[data-fills=always]]:pb-[calc(4.25rem+env(safe-area-inset-bottom))]",
      )}
    >
      <Header items={items} me={me} menu={menu} bell={bell} quiet={quiet} />
      <main
        id="contenu"
        tabIndex={-1}
        className={classNames(
          "mx-auto w-full max-w-295 flex-1 px-4 pt-6 pb-14 sm:px-6 md:pt-9 md:pb-20",
          "has-[[data-fills=always]]:flex has-[[data-fills=always]]:min-h-0 has-[[data-fills=always]]:flex-col has-[[data-fills=always]]:p-0",
          "lg:has-[[data-fills]]:flex lg:has-[[data-fills]]:min-h-0 lg:has-[[data-fills]]:flex-col lg:has-[[data-fills]]:p-0",
        )}
      >
        {children}
      </main>
      <div className="group-has-[[data-fills=always]]/frame:hidden lg:group-has-[[data-fills]]/frame:hidden">
        <Footer />
      </div>
      {hasBar && <BottomBar items={barItems} />}
      {me && <Toaster />}
    </div>
  );
}

function Header({ items, me, menu, bell, quiet }: Pick<FrameProps, "items" | "me" | "menu" | "bell" | "quiet">) {
  return (
    <header
      data-screen-only
      className="z-20 border-b border-line bg-card max-md:group-has-[[data-fills=always]]/frame:hidden md:sticky md:top-0"
    >
      <div className="mx-auto flex min-h-15 w-full max-w-295 items-center gap-2 px-4 sm:px-6 md:min-h-17 md:gap-2.5 lg:gap-7">
        <Link
          href={me ? paths.memberHome : paths.home}
          prefetch={false}
          className="inline-flex min-h-11 items-center rounded-control no-underline"
        >
          <Wordmark />
          <span className="sr-only"> – accueil</span>
        </Link>
        {items.length > 0 && (
          <nav aria-label="Navigation principale" className="hidden md:block">
            <ul className="flex lg:gap-1">
              {items.map((item) => (
                <li key={item.href}>
                  <NavLink
                    href={item.href}
                    className="inline-flex min-h-10 items-center gap-1.5 rounded-full px-2.5 text-[0.96875rem] lg:px-3.5 font-[560] text-ink-2 no-underline transition-colors hover:bg-sunken hover:text-ink aria-[current=page]:bg-rose-soft aria-[current=page]:text-rose-strong pointer-coarse:min-h-11"
                  >
                    {item.label}
                    {item.count}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div className="ml-auto flex items-center gap-1 sm:gap-2">
          {me && bell}
          {me ? <MemberMenu me={me} menu={menu} /> : !quiet && <VisitorLinks />}
        </div>
      </div>
    </header>
  );
}

function VisitorLinks() {
  return (
    <>
      <ButtonLink
        href={paths.signIn}
        variant="quiet"
        size="compact"
        className="whitespace-nowrap max-sm:px-2! max-[349px]:hidden"
      >
        Se connecter
      </ButtonLink>
      <ButtonLink href={paths.signUp} size="compact" className="max-sm:px-3.5!">
        Rejoindre
      </ButtonLink>
    </>
  );
}

function MemberMenu({ me, menu }: { me: FrameMember; menu?: ReactNode }) {
  return (
    <Menu
      label={`Ton menu, ${me.name}`}
      summary={
        <>
          {me.section && <span className="hidden text-note text-ink-3 lg:inline">{me.section}</span>}
          <Avatar name={me.name} photo={me.photo ?? null} />
        </>
      }
    >
      <div className="px-3 pt-1.5 pb-2.5">
        <p className="font-[650]">{me.name}</p>
        {me.section && <p className="text-note text-ink-3">{me.section}</p>}
      </div>
      <MenuLink href={me.href} icon="person">
        Mon compte
      </MenuLink>
      {menu}
    </Menu>
  );
}

function BottomBar({ items }: { items: readonly FrameItem[] }) {
  return (
    <nav
      aria-label="Navigation"
      data-screen-only
      className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-card pb-[env(safe-area-inset-bottom)] group-has-[[data-fills=always]]/frame:hidden md:hidden"
    >
      <ul className="mx-auto grid max-w-140 auto-cols-fr grid-flow-col px-1">
        {items.map((item) => (
          <li key={item.href}>
            <NavLink
              href={item.href}
              className="grid min-h-16 place-content-center justify-items-center gap-1 rounded-control text-xs font-semibold text-ink-3 no-underline aria-[current=page]:text-rose-strong"
            >
              <span className="relative">
                <Icon name={item.icon} size={23} />
                {item.count && <span className="absolute -top-1.5 left-3">{item.count}</span>}
              </span>
              {item.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The first thing a keyboard reaches: straight to the page. */
export function SkipLink() {
  return (
    <a
      href="#contenu"
      className="sr-only rounded-full bg-ink font-[650] text-paper no-underline focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:px-5! focus:py-3!"
    >
      Aller au contenu
    </a>
  );
}

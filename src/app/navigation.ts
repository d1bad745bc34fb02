import { paths } from "@/core/paths.ts";

/** What the frame leads to. A feature adds itself here when it exists, never before. */
export const visitorItems = [
  { href: paths.home, label: "Accueil", icon: "home" },
  { href: paths.agenda, label: "Agenda", icon: "calendar" },
  { href: paths.debates, label: "Débats", icon: "debate" },
  { href: paths.sections, label: "Sections", icon: "pin" },
] as const;

export const memberItems = [
  { href: paths.memberHome, label: "Accueil", icon: "home" },
  { href: paths.agenda, label: "Agenda", icon: "calendar" },
  { href: paths.debates, label: "Débats", icon: "debate" },
  { href: paths.groups, label: "Groupes", icon: "group" },
  { href: paths.sections, label: "Sections", icon: "pin" },
  { href: paths.messages, label: "Messages", icon: "mail" },
] as const;

/** Five at most have room on a phone: groups, sections and friends are in the menu there. */
export const memberBarItems = [
  ...memberItems.slice(0, 3),
  { href: paths.messages, label: "Messages", icon: "mail" },
  { href: paths.account, label: "Moi", icon: "person" },
] as const;

export const visitorBarItems = [...visitorItems, { href: paths.signIn, label: "Moi", icon: "person" }] as const;

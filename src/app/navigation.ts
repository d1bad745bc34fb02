import { paths } from "@/core/paths.ts";

/** What the frame leads to. A feature adds itself here when it exists, never before. */
export const visitorItems = [
  { href: paths.home, label: "Accueil", icon: "home" },
  { href: paths.debates, label: "Débats", icon: "debate" },
  { href: paths.sections, label: "Sections", icon: "pin" },
] as const;

export const memberItems = [
  { href: paths.memberHome, label: "Accueil", icon: "home" },
  { href: paths.debates, label: "Débats", icon: "debate" },
  { href: paths.sections, label: "Sections", icon: "pin" },
  { href: paths.coopains, label: "Coopains", icon: "users" },
] as const;

export const memberBarItems = [...memberItems, { href: paths.account, label: "Moi", icon: "person" }] as const;

export const visitorBarItems = [...visitorItems, { href: paths.signIn, label: "Moi", icon: "person" }] as const;

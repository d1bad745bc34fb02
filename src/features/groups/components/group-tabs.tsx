import { paths } from "@/core/paths.ts";
import { Tabs } from "@/ui/tabs.tsx";
import type { GroupView } from "../group.views.ts";

export type GroupTab = "mur" | "membres" | "agenda" | "fichiers" | "notes" | "a-propos";

/** The parts of a group, as links; those that this reader may not open are absent. */
export function GroupTabs({ group, current }: { group: GroupView; current: GroupTab }) {
  const tabs: { key: GroupTab; href: string; label: string; shown: boolean }[] = [
    { key: "mur", href: paths.group(group), label: "Mur", shown: group.reads },
    { key: "membres", href: paths.groupMembers(group), label: "Membres", shown: group.within },
    { key: "agenda", href: paths.groupAgenda(group), label: "Agenda", shown: group.reads },
    { key: "fichiers", href: paths.groupFiles(group), label: "Fichiers", shown: group.within },
    { key: "notes", href: paths.groupNotes(group), label: "Notes", shown: group.within },
    { key: "a-propos", href: paths.groupAbout(group), label: "À propos", shown: true },
  ];
  const shown = tabs.filter((tab) => tab.shown);
  const open = shown.find(({ key }) => key === current)?.href ?? "";
  if (shown.length < 2) return null;
  return (
    <Tabs
      label="Dans ce groupe"
      tabs={shown}
      current={open}
      // Six of them side by side on the narrowest phone.
      className="-mx-4 mb-6 overflow-x-auto px-2 sm:mx-0 sm:px-0 [&_a]:whitespace-nowrap max-sm:[&_li]:flex-auto max-sm:[&_a]:px-1 max-sm:[&_a]:text-[0.84375rem]"
    />
  );
}

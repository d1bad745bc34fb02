import { counted } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { Badge } from "@/ui/badge.tsx";
import { MenuLink } from "@/ui/menu-item.tsx";

/** The line of the member's menu for those who decide somewhere, with how much waits. */
export function ModerationItem({ waiting }: { waiting: number }) {
  return (
    <MenuLink href={paths.moderation} icon="flag">
      <span className="flex-1">Modération</span>
      {waiting > 0 && (
        <Badge tone="rose">
          <span aria-hidden="true">{waiting > 99 ? "99+" : waiting}</span>
          <span className="sr-only">{counted(waiting, "dossier")} en attente</span>
        </Badge>
      )}
    </MenuLink>
  );
}

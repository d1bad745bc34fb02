import type { Member } from "@/core/actor.ts";
import { counted } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { NATIONAL } from "@/core/scope.ts";
import { Badge } from "@/ui/badge.tsx";
import { MenuLink } from "@/ui/menu-item.tsx";

/** The lines of the menu that are about her: her profile, her friends, her section, what she runs. */
export function MemberItems({ member, requests }: { member: Member; requests: number }) {
  return (
    <>
      <MenuLink href={paths.member(member)} icon="eye">
        Mon profil
      </MenuLink>
      <MenuLink href={paths.coopains} icon="users">
        <span className="flex-1">Coopains</span>
        {requests > 0 && (
          <Badge tone="rose">
            <span aria-hidden="true">{requests > 99 ? "99+" : requests}</span>
            <span className="sr-only">{counted(requests, "demande")} en attente</span>
          </Badge>
        )}
      </MenuLink>
      <MenuLink href={paths.groups} icon="group" className="md:hidden">
        Groupes
      </MenuLink>
      <MenuLink href={paths.sections} icon="pin">
        Sections
      </MenuLink>
      <MenuLink href={paths.directory} icon="person">
        Annuaire
      </MenuLink>
      {member.grants.length > 0 && (
        <MenuLink href={paths.console(NATIONAL)} icon="spark">
          Gestion
        </MenuLink>
      )}
    </>
  );
}

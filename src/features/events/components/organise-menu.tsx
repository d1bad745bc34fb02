import { paths } from "@/core/paths.ts";
import { buttonClasses } from "@/ui/button.tsx";
import { Icon } from "@/ui/icons.tsx";
import { Menu } from "@/ui/menu.tsx";
import { MenuLink } from "@/ui/menu-item.tsx";
import type { EventView } from "../event.views.ts";
import { DuplicateItem } from "./duplicate-item.tsx";

/** What its organisers may do with an event. */
export function OrganiseMenu({ event }: { event: EventView }) {
  const { can } = event;
  if (!can.organise && !can.edit && !can.duplicate) return null;
  return (
    <Menu
      label="Menu de l’événement :"
      align="start"
      // It stands at the end of a line on a phone: its sheet opens towards the middle.
      className="max-sm:[&>div]:right-0 max-sm:[&>div]:left-auto"
      summary={
        <span className={buttonClasses({ variant: "secondary" })}>
          Organiser
          <Icon name="down" size={18} className="-mr-1 shrink-0 transition-transform group-open:rotate-180" />
        </span>
      }
    >
      {can.organise && (
        <MenuLink href={paths.runEvent(event)} icon="users">
          Qui vient, qui est là
        </MenuLink>
      )}
      {can.edit && (
        <MenuLink href={paths.editEvent(event)} icon="calendar">
          Modifier
        </MenuLink>
      )}
      {can.duplicate && <DuplicateItem eventId={event.id} />}
      {can.cancel && (
        <MenuLink href={`${paths.editEvent(event)}#annuler`} icon="cross">
          Annuler l’événement
        </MenuLink>
      )}
    </Menu>
  );
}

"use client";

import { paths } from "@/core/paths.ts";
import { Icon } from "@/ui/icons.tsx";
import { Menu } from "@/ui/menu.tsx";
import { MenuButton, MenuLink } from "@/ui/menu-item.tsx";
import type { MessageView } from "../message.views.ts";

export type MessageActs = {
  reply?: ((message: MessageView) => void) | undefined;
  edit?: ((message: MessageView) => void) | undefined;
  remove?: ((message: MessageView) => void) | undefined;
  copy: (message: MessageView) => void;
  report: boolean;
};

/** What one may do about a message. Shown when one points at it or reaches it by the keyboard; always on a touch screen. */
export function MessageMenu({
  message,
  own,
  editable,
  acts,
}: {
  message: MessageView;
  own: boolean;
  /** Still within the quarter of an hour. */
  editable: boolean;
  acts: MessageActs;
}) {
  const { reply, edit, remove, copy, report } = acts;
  const close = (act: (message: MessageView) => void) => (event: { currentTarget: HTMLElement }) => {
    const menu = event.currentTarget.closest("details");
    if (menu) menu.open = false;
    act(message);
  };
  return (
    <Menu
      label={own ? "Actions sur ton message" : `Actions sur le message de ${message.author?.name ?? "compte supprimé"}`}
      align={own ? "end" : "start"}
      summary={
        <span className="grid size-11 place-items-center rounded-full text-ink-3 hover:bg-sunken hover:text-ink">
          <Icon name="dots" size={18} />
        </span>
      }
      className="shrink-0 transition-opacity pointer-fine:opacity-0 pointer-fine:group-focus-within/message:opacity-100 pointer-fine:group-hover/message:opacity-100 pointer-fine:open:opacity-100"
    >
      {reply && (
        <MenuButton icon="reply" onClick={close(reply)}>
          Répondre
        </MenuButton>
      )}
      {message.body !== "" && (
        <MenuButton icon="copy" onClick={close(copy)}>
          Copier le texte
        </MenuButton>
      )}
      {own && editable && edit && (
        <MenuButton icon="pencil" onClick={close(edit)}>
          Modifier
        </MenuButton>
      )}
      {own && remove && (
        <MenuButton icon="trash" onClick={close(remove)}>
          Supprimer pour tout le monde
        </MenuButton>
      )}
      {!own && report && (
        <MenuLink icon="flag" href={paths.report("message", message.id)}>
          Signaler
        </MenuLink>
      )}
    </Menu>
  );
}

"use client";

import { useActionState } from "react";
import type { FormState } from "@/core/form-state.ts";
import { paths } from "@/core/paths.ts";
import { ActSaid } from "@/ui/act-said.tsx";
import { Icon } from "@/ui/icons.tsx";
import { Menu } from "@/ui/menu.tsx";
import { MenuButton, MenuLink } from "@/ui/menu-item.tsx";
import { pinPostAction, unpinPostAction } from "../post.actions.ts";
import type { PostView } from "../post.views.ts";

/** What one may do with a post besides answering it. Absent when there is nothing. */
export function PostMenu({ post }: { post: PostView }) {
  const { can, id } = post;
  if (!can.edit && !can.remove && !can.pin && !can.share && !can.report) return null;
  return (
    <Menu
      label={`Autres actions sur la publication de ${post.author.label}`}
      summary={
        <span className="grid size-11 place-items-center rounded-full text-ink-3 hover:bg-sunken hover:text-ink">
          <Icon name="dots" />
        </span>
      }
      className="-mt-1.5 -mr-2 shrink-0"
    >
      {can.share && (
        <MenuLink icon="share" href={paths.sharePost(id)}>
          Partager
        </MenuLink>
      )}
      {can.pin && <PinButton id={id} pinned={post.pinned} />}
      {can.edit && (
        <MenuLink icon="leaflet" href={`${paths.post(id)}?modifier=oui#modifier`}>
          Modifier
        </MenuLink>
      )}
      {can.report && (
        <MenuLink icon="flag" href={paths.report("publication", id)}>
          Signaler
        </MenuLink>
      )}
      {can.remove && (
        <MenuLink icon="cross" href={`${paths.post(id)}?supprimer=oui#supprimer`}>
          Supprimer
        </MenuLink>
      )}
    </Menu>
  );
}

function PinButton({ id, pinned }: { id: string; pinned: boolean }) {
  const [state, action] = useActionState<FormState<void>, FormData>(pinned ? unpinPostAction : pinPostAction, {});
  return (
    <form action={action}>
      <input type="hidden" name="postId" value={id} />
      <ActSaid
        said={pinned ? "La publication n’est plus épinglée." : "La publication est épinglée."}
        failed={state.error !== undefined}
      />
      <MenuButton icon="pin" type="submit">
        {pinned ? "Ne plus épingler" : "Épingler en haut du mur"}
      </MenuButton>
      {state.error && (
        <p role="alert" className="max-w-64 px-3 py-1.5 text-note font-semibold text-rose-strong">
          {state.error.message}
        </p>
      )}
    </form>
  );
}

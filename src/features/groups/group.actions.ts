"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { formAction } from "@/platform/next/form-action.ts";
import { createGroup } from "./commands/create-group.ts";
import { editGroup, editPlaceGroup } from "./commands/edit-group.ts";
import { followGroup } from "./commands/follow-group.ts";
import { joinGroup } from "./commands/join-group.ts";
import { leaveGroup } from "./commands/leave-group.ts";
import { removeFromGroup } from "./commands/remove-from-group.ts";
import { removeGroupCover } from "./commands/set-group-cover.ts";
import { setRole } from "./commands/set-role.ts";
import { visitGroup } from "./commands/visit-group.ts";
import { readGroup } from "./group-form.rules.ts";

export const createGroupAction = formAction(createGroup, {
  read: readGroup,
  then: (group) => redirect(paths.group(group)),
});
export const editGroupAction = formAction(editGroup, {
  read: readGroup,
  then: (group) => redirect(paths.groupAbout(group)),
});
export const editPlaceGroupAction = formAction(editPlaceGroup, { then: (group) => redirect(paths.groupAbout(group)) });
export const removeGroupCoverAction = formAction(removeGroupCover, { then: () => refresh() });
export const joinGroupAction = formAction(joinGroup, { then: (group) => redirect(paths.group(group)) });
export const followGroupAction = formAction(followGroup, { then: () => refresh() });
export const leaveGroupAction = formAction(leaveGroup, {
  then: (group) => {
    if (group.stillThere) redirect(paths.groupAbout(group));
    redirect(paths.groups); // a closed group is no longer there for who left it
  },
});
export const setRoleAction = formAction(setRole, { then: () => refresh() });
export const removeFromGroupAction = formAction(removeFromGroup, { then: () => refresh() });
export const visitGroupAction = formAction(visitGroup, { then: (group) => redirect(paths.group(group)) });

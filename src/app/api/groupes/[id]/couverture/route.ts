import { paths } from "@/core/paths.ts";
import { getGroupCover, getGroupToEdit, setGroupCover } from "@/features/groups/index.ts";
import { imageRoute, uploadRoute } from "@/platform/next/image-route.ts";

/** A group's picture, for those who may know of the group: `?taille=petite|grande`. */
export const GET = imageRoute(getGroupCover);

/** Gives a group its picture. */
export const POST = uploadRoute({
  open: async (actor, { id }: { id: string }) => (await getGroupToEdit(actor, id)).group,
  save: (caller, { id }, image) => setGroupCover(caller, { groupId: id, image }),
  back: (group) => ({ path: paths.editGroup(group), fragment: "couverture" }),
});

import { paths } from "@/core/paths.ts";
import { getCover, getDebateToRun, setCover } from "@/features/debates/index.ts";
import { imageRoute, uploadRoute } from "@/platform/next/image-route.ts";

/** A debate's picture, for those who may read the debate: `?taille=petite|grande`. */
export const GET = imageRoute(getCover);

/** Gives a debate its picture. */
export const POST = uploadRoute({
  open: async (actor, { id }: { id: string }) => (await getDebateToRun(actor, id)).debate,
  save: (caller, { id }, image) => setCover(caller, { debateId: id, image }),
  back: (debate) => ({ path: paths.runDebate(debate), fragment: "couverture" }),
});

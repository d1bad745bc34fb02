import { paths } from "@/core/paths.ts";
import { requireSender, uploadPostVideo } from "@/features/posts/index.ts";
import { storedUploadRoute } from "@/platform/next/stored-file-route.ts";
import { MAX_VIDEO_BYTES, scrubVideo, videoType } from "@/platform/videos.ts";

/** Sends a video for a post to come, without what it says of where, when and with what it was made; a script is told its id. */
export const POST = storedUploadRoute({
  open: (actor) => requireSender(actor),
  maxBytes: MAX_VIDEO_BYTES,
  tooHeavy: "video_too_heavy",
  typeOf: videoType,
  anotherKind: "video_of_another_kind",
  through: scrubVideo,
  save: (caller, _, file) => uploadPostVideo(caller, { fileId: file.id }),
  back: () => ({ path: paths.memberHome, fragment: "publier" }),
});

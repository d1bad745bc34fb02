import { paths } from "@/core/paths.ts";
import type { PhotoView } from "@/core/photo.ts";
import { readVideoLink } from "./video-link.rules.ts";

/** The one video of a post: a file of ours, or an address at one of the hosts that are taken. */
export type VideoView =
  | { kind: "file"; id: string; src: string; mime: string; size: number }
  | { kind: "link"; url: string; hostName: string };

export type PhotoRow = { id: string; description: string; width: number; height: number };

export const toPhotoView = ({ id, description, width, height }: PhotoRow): PhotoView => ({
  ...{ id, description, width, height },
  small: paths.api.postPhoto(id, "petite"),
  large: paths.api.postPhoto(id, "grande"),
});

export type VideoRow = { video_url: string | null; id: string | null; mime: string | null; size: number | null };

export function toVideoView({ video_url, id, mime, size }: VideoRow): VideoView | null {
  if (id !== null && mime !== null && size !== null)
    return { kind: "file", id, src: paths.api.postVideo(id), mime, size };
  const link = video_url === null ? null : readVideoLink(video_url);
  return link && { kind: "link", ...link };
}

/** What a post will show beside its words, as its form carries it: photos in their order, and one video or none. */
export type PickedMedia = {
  photoIds: string[];
  descriptions: string[];
  videoId: string | null;
  videoUrl: string | null;
};
export const noMedia: PickedMedia = { photoIds: [], descriptions: [], videoId: null, videoUrl: null };

/** The field of a form that carries it, as JSON. */
export const MEDIA_FIELD = "media";

const texts = (found: unknown) =>
  Array.isArray(found) ? found.filter((one): one is string => typeof one === "string") : [];
const text = (found: unknown) => (typeof found === "string" && found !== "" ? found : null);

/** The same from a draft, or from what the server sent back; anything else is nothing. */
export function readPicked(json: string | undefined): PickedMedia {
  try {
    const found = JSON.parse(json ?? "{}") as Record<string, unknown>;
    const { photoIds, descriptions, videoId, videoUrl } = found ?? {};
    const ids = texts(photoIds);
    return {
      photoIds: ids,
      descriptions: texts(descriptions).slice(0, ids.length),
      videoId: text(videoId),
      videoUrl: text(videoUrl),
    };
  } catch {
    return noMedia;
  }
}

export const isNothing = ({ photoIds, videoId, videoUrl }: PickedMedia): boolean =>
  photoIds.length === 0 && !videoId && !videoUrl;

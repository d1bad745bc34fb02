"use client";

import { useEffect, useId, useRef, useState, useSyncExternalStore } from "react";
import { counted } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { PHOTO_BYTES, PHOTO_KINDS } from "@/core/photo.ts";
import { reasons } from "@/core/reasons.ts";
import { Button } from "@/ui/button.tsx";
import { FileButton } from "@/ui/file-button.tsx";
import { lighterImage } from "@/ui/lighter-image.ts";
import { PhotoList } from "@/ui/photo-list.tsx";
import { saidOfUploads } from "@/ui/said-of-uploads.ts";
import { sentBefore, useUploads } from "@/ui/use-uploads.ts";
import { isNothing, MEDIA_FIELD, noMedia, type PickedMedia } from "../media.rules.ts";
import { PHOTOS_MAX } from "../photo.rules.ts";
import { readVideoLink } from "../video-link.rules.ts";
import { VideoLinkPick, VideoPick } from "./video-pick.tsx";

const VIDEOS = "video/mp4,video/webm,video/quicktime,.mp4,.webm,.mov";
/** As its door has it; said at once rather than after sending. */
const VIDEO_BYTES = 100 * 1024 * 1024;

const never = () => () => {};

/**
 * What a post shows beside its words, chosen and sent while it is written. Its form carries it in one hidden field,
 * `media`; `onChange` is told it too, and whether something is still on its way. Without JavaScript it says what to do.
 */
export function MediaPicker({
  initial = noMedia,
  onChange,
}: {
  /** Of a draft, or of the post that is edited. */
  initial?: PickedMedia;
  onChange?: (media: PickedMedia, busy: boolean) => void;
}) {
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const photos = useUploads({
    ...{ url: paths.api.postPhotos, field: "image", maxBytes: PHOTO_BYTES, tooHeavy: reasons.image_too_heavy },
    prepare: lighterImage,
    initial: initial.photoIds.map((id, n) => sentBefore(id, `Photo ${n + 1}`, paths.api.postPhoto(id, "petite"))),
  });
  const video = useUploads({
    ...{ url: paths.api.postVideos, field: "fichier", maxBytes: VIDEO_BYTES, tooHeavy: reasons.video_too_heavy },
    initial: initial.videoId ? [sentBefore(initial.videoId, "Vidéo", null)] : [],
  });
  const [descriptions, setDescriptions] = useState<ReadonlyMap<string, string>>(
    new Map(initial.photoIds.map((id, n) => [id, initial.descriptions[n] ?? ""])),
  );
  /** Null: no field for one. */
  const [link, setLink] = useState<string | null>(initial.videoUrl);
  const [tooMany, setTooMany] = useState(false);
  const hidden = useRef<HTMLInputElement>(null);
  const hint = useId();

  const sent = photos.uploads.filter(({ id }) => id !== null);
  const media: PickedMedia = {
    photoIds: sent.map(({ id }) => id ?? ""),
    descriptions: sent.map(({ key }) => descriptions.get(key) ?? ""),
    videoId: video.uploads[0]?.id ?? null,
    videoUrl: link === null ? null : (readVideoLink(link)?.url ?? null),
  };
  const value = isNothing(media) ? "" : JSON.stringify(media);
  const busy = photos.busy || video.busy;
  const clip = video.uploads[0];
  const carried = useRef(value);

  useEffect(() => {
    onChange?.(media, busy);
    if (carried.current === value) return; // not at first: a draft that waits to be read would be overwritten
    carried.current = value;
    // The form keeps its draft when something is typed; what was sent is as precious.
    hidden.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [value, busy]);

  function addPhotos(files: File[]): void {
    const room = PHOTOS_MAX - photos.uploads.length;
    setTooMany(files.length > room);
    photos.add(files.slice(0, room));
  }

  return (
    <div className="contents">
      <input ref={hidden} type="hidden" name={MEDIA_FIELD} value={value} />
      {photos.uploads.length > 0 && (
        <div className="grid min-w-0 basis-full grid-cols-[minmax(0,1fr)] gap-2">
          <p id={hint} className="text-note text-ink-3">
            {counted(photos.uploads.length, "photo")} sur {PHOTOS_MAX} au plus. Lieu et appareil sont effacés. Pas de
            visage sans l’accord de la personne.
          </p>
          <PhotoList
            label="Photos de la publication"
            uploads={photos.uploads}
            descriptions={descriptions}
            onDescribe={(key, words) => setDescriptions((all) => new Map(all).set(key, words))}
            onMove={photos.move}
            onRemove={photos.remove}
            onRetry={photos.retry}
          />
        </div>
      )}
      {clip && (
        <div className="min-w-0 basis-full">
          <VideoPick upload={clip} onRemove={() => video.remove(clip.key)} onRetry={() => video.retry(clip.key)} />
        </div>
      )}
      {link !== null && !clip && (
        <div className="min-w-0 basis-full">
          <VideoLinkPick typed={link} onType={setLink} onRemove={() => setLink(null)} />
        </div>
      )}
      <p role="status" className="sr-only">
        {saidOfUploads(clip ? [...photos.uploads, clip] : photos.uploads)}
      </p>
      {tooMany && (
        <p role="alert" className="basis-full text-note font-semibold text-rose-strong">
          {PHOTOS_MAX} photos au plus : les autres n’ont pas été ajoutées.
        </p>
      )}
      {alive ? (
        <div className="-my-1 mr-auto flex flex-wrap items-center">
          {photos.uploads.length < PHOTOS_MAX && (
            <FileButton icon="image" accept={PHOTO_KINDS} multiple onChoose={addPhotos}>
              Photos
            </FileButton>
          )}
          {!clip && link === null && (
            <>
              <FileButton icon="film" brief accept={VIDEOS} onChoose={(files) => video.add(files.slice(0, 1))}>
                Vidéo
              </FileButton>
              <Button icon="link" variant="quiet" size="compact" onClick={() => setLink("")} className="px-3!">
                <span className="max-sm:sr-only">Lien vidéo</span>
              </Button>
            </>
          )}
        </div>
      ) : (
        <noscript>
          <p className="text-note text-ink-3">
            Pour joindre des photos ou une vidéo, active JavaScript. Le texte part sans.
          </p>
        </noscript>
      )}
    </div>
  );
}

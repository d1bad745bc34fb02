import { type ClipboardEvent, type DragEvent, useEffect, useState } from "react";
import { type FileMime, fileMimes, MAX_FILE_BYTES } from "@/core/file-kinds.ts";
import { paths } from "@/core/paths.ts";
import { PHOTO_BYTES, PHOTO_KINDS } from "@/core/photo.ts";
import { reasons } from "@/core/reasons.ts";
import { lighterImage } from "@/ui/lighter-image.ts";
import { sentBefore, type Upload, useUploads } from "@/ui/use-uploads.ts";
import { FILES_MAX, PHOTOS_MAX } from "../attachment.rules.ts";
import type { MessageFileView, MessagePhotoView } from "../attachment.views.ts";

/** What goes with a message beside its words, as `sendMessage` takes it. */
export type Attachments = { photoIds: string[]; descriptions: string[]; fileIds: string[] };
/** The same as a draft keeps it, and as a message that waits shows it. */
export type DraftedAttachments = { photos: MessagePhotoView[]; files: MessageFileView[] };

const isPhoto = (file: File) => PHOTO_KINDS.split(",").includes(file.type);
/** What is shown of a photo before the door has said its size. */
const ASSUMED = { width: 1200, height: 900 };

const fileView = ({ id, name, file }: Upload, drafted: readonly MessageFileView[]): MessageFileView =>
  drafted.find((one) => one.id === id) ?? {
    ...{ id: id ?? "", name, size: file?.size ?? 0 },
    mime: fileMimes.includes(file?.type as FileMime) ? (file?.type as FileMime) : "text/plain",
  };

/** Photos and files of a message that is being written: chosen, dropped or pasted, sent at once, taken out, described. */
export function useAttachments(drafted: DraftedAttachments = { photos: [], files: [] }) {
  const photos = useUploads({
    ...{ url: paths.api.messagePhotos, field: "image", maxBytes: PHOTO_BYTES, tooHeavy: reasons.image_too_heavy },
    prepare: lighterImage,
    initial: drafted.photos.map(({ id }, n) => sentBefore(id, `Photo ${n + 1}`, paths.api.messagePhoto(id, "petite"))),
  });
  const files = useUploads({
    ...{ url: paths.api.messageFiles, field: "fichier", maxBytes: MAX_FILE_BYTES, tooHeavy: reasons.file_too_heavy },
    initial: drafted.files.map(({ id, name }) => sentBefore(id, name, null)),
  });
  const [descriptions, setDescriptions] = useState<ReadonlyMap<string, string>>(
    new Map(drafted.photos.map(({ id, description }) => [id, description])),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const [all, setAll] = useState<readonly MessageFileView[]>(drafted.files);

  const shown = photos.uploads.filter(({ id }) => id !== null);
  const kept = files.uploads.filter(({ id }) => id !== null);
  const describe = ({ key }: Upload) => descriptions.get(key)?.trim() ?? "";

  function add(chosen: readonly File[]): void {
    const [pictures, papers] = [chosen.filter(isPhoto), chosen.filter((file) => !isPhoto(file))];
    const [photosLeft, filesLeft] = [PHOTOS_MAX - photos.uploads.length, FILES_MAX - files.uploads.length];
    setProblem(
      pictures.length > photosLeft
        ? `${PHOTOS_MAX} photos au plus : les autres n’ont pas été ajoutées.`
        : papers.length > filesLeft
          ? `${FILES_MAX} fichiers au plus : les autres n’ont pas été ajoutés.`
          : null,
    );
    photos.add(pictures.slice(0, photosLeft));
    files.add(papers.slice(0, filesLeft));
  }

  useEffect(() => {
    if (photos.uploads.length + files.uploads.length === 0) setProblem(null);
  }, [photos.uploads, files.uploads]);

  return {
    photos,
    files,
    descriptions,
    problem,
    /** Something hangs over the place where it may be dropped. */
    over,
    busy: photos.busy || files.busy,
    /** Something was not sent, and is still in the list. */
    failed: [...photos.uploads, ...files.uploads].some(({ state }) => state === "failed"),
    empty: photos.uploads.length + files.uploads.length === 0,
    add,
    describe: (key: string, words: string) => setDescriptions((known) => new Map(known).set(key, words)),
    /** For `sendMessage`. */
    value: {
      photoIds: shown.map(({ id }) => id ?? ""),
      descriptions: shown.map(describe),
      fileIds: kept.map(({ id }) => id ?? ""),
    } satisfies Attachments,
    /** For the draft, and for the message while it waits. */
    draft: {
      photos: shown.map((one) => ({ id: one.id ?? "", description: describe(one), ...ASSUMED })),
      files: kept.map((one) => fileView(one, all)),
    } satisfies DraftedAttachments,
    /** They went with the message. */
    clear(): void {
      photos.clear();
      files.clear();
      setDescriptions(new Map());
      setAll([]);
    },
    /** For the text field: pictures and files that are pasted. */
    onPaste(event: ClipboardEvent): void {
      const pasted = [...event.clipboardData.files];
      if (pasted.length === 0) return;
      event.preventDefault();
      add(pasted);
    },
    /** For the whole conversation. */
    dropping: {
      onDragOver(event: DragEvent): void {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave(event: DragEvent): void {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop(event: DragEvent): void {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(false);
        add([...event.dataTransfer.files]);
      },
    },
  };
}

export type AttachmentsInHand = ReturnType<typeof useAttachments>;

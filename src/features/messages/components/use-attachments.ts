import { type ClipboardEvent, type DragEvent, useEffect, useRef, useState } from "react";
import { MAX_FILE_BYTES } from "@/core/file-kinds.ts";
import { paths } from "@/core/paths.ts";
import { PHOTO_BYTES, PHOTO_KINDS } from "@/core/photo.ts";
import { reasons } from "@/core/reasons.ts";
import { lighterImage } from "@/ui/lighter-image.ts";
import { sentBefore, type Upload, useUploads } from "@/ui/use-uploads.ts";
import { FILES_MAX, PHOTOS_MAX } from "../attachment.rules.ts";
import { attachmentsDraft } from "./attachments-draft.ts";

/** What goes with a message beside its words, as `sendMessage` takes it. */
export type Attachments = { photoIds: string[]; descriptions: string[]; fileIds: string[] };

type Brought = { [Part in keyof Attachments]?: readonly string[] };

const isPhoto = (file: File) => PHOTO_KINDS.split(",").includes(file.type);
const none: ReadonlyMap<string, string> = new Map();

/**
 * Photos and files of a message that is being written: chosen, dropped or pasted, sent at once, taken out, described.
 * `draftKey`: where this browser keeps them until the message has left.
 */
export function useAttachments(draftKey?: string) {
  const photos = useUploads({
    ...{ url: paths.api.messagePhotos, field: "image", maxBytes: PHOTO_BYTES, tooHeavy: reasons.image_too_heavy },
    prepare: lighterImage,
  });
  const files = useUploads({
    ...{ url: paths.api.messageFiles, field: "fichier", maxBytes: MAX_FILE_BYTES, tooHeavy: reasons.file_too_heavy },
  });
  const [descriptions, setDescriptions] = useState(none);
  const [problem, setProblem] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const restored = useRef<string | null>(null);

  const shown = photos.uploads.filter(({ id }) => id !== null);
  const kept = files.uploads.filter(({ id }) => id !== null);
  const describe = ({ key }: Upload) => descriptions.get(key)?.trim() ?? "";
  const value: Attachments = {
    photoIds: shown.map(({ id }) => id ?? ""),
    descriptions: shown.map(describe),
    fileIds: kept.map(({ id }) => id ?? ""),
  };
  const draft = JSON.stringify([value, kept.map(({ name }) => name)]);

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

  /** What had been sent is there again: of a draft, of a message that was taken back. */
  function bring(
    { photoIds = [], descriptions: words = [], fileIds = [] }: Brought,
    names: readonly string[] = [],
  ): void {
    const again = photoIds.map((id, n) => sentBefore(id, `Photo ${n + 1}`, paths.api.messagePhoto(id, "petite")));
    photos.restore(again);
    files.restore(fileIds.map((id, n) => sentBefore(id, names[n] ?? "Fichier joint", null)));
    setDescriptions((known) => new Map([...again.map(({ key }, n) => [key, words[n] ?? ""] as const), ...known]));
  }

  useEffect(() => {
    if (!draftKey || restored.current === draftKey) return;
    restored.current = draftKey;
    const found = attachmentsDraft.read(draftKey);
    if (found) bring(found.value, found.names);
  });
  const first = useRef(draft);
  useEffect(() => {
    if (!draftKey || first.current === draft) return; // not at first: the draft that waits would be overwritten
    first.current = draft;
    attachmentsDraft.write(draftKey, JSON.parse(draft));
  }, [draftKey, draft]);
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
    bring,
    describe: (key: string, words: string) => setDescriptions((known) => new Map(known).set(key, words)),
    /** For `sendMessage`. */
    value,
    /** They went with the message. */
    clear(): void {
      photos.clear();
      files.clear();
      setDescriptions(none);
    },
    /** For the text field: pictures and files that are pasted. */
    onPaste(event: ClipboardEvent): void {
      const pasted = [...event.clipboardData.files];
      // Words copied from a document come with a picture of them: the words are meant.
      if (pasted.length === 0 || event.clipboardData.types.includes("text/plain")) return;
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

import { ACCEPTED } from "@/core/file-kinds.ts";
import { PHOTO_KINDS } from "@/core/photo.ts";
import { FileButton } from "@/ui/file-button.tsx";
import { Icon } from "@/ui/icons.tsx";
import { Menu } from "@/ui/menu.tsx";
import { FILES_MAX, PHOTOS_MAX } from "../attachment.rules.ts";
import type { AttachmentsInHand } from "./use-attachments.ts";

/** Photos, camera and files beside the words: side by side where there is room, behind one sign on a phone. */
export function AttachMenu({ attachments }: { attachments: AttachmentsInHand }) {
  return (
    <>
      <span className="max-sm:hidden">
        <AttachButtons attachments={attachments} />
      </span>
      <Menu
        label="Joindre"
        align="start"
        summary={
          <span className="grid size-11 place-items-center rounded-full text-ink-2 hover:bg-sunken hover:text-ink">
            <Icon name="plus" size={22} />
          </span>
        }
        className="sm:hidden"
      >
        {/* What was chosen shows above the words: the menu has done its work. */}
        <span
          onChange={(event) => {
            const menu = event.currentTarget.closest("details");
            if (menu) menu.open = false;
          }}
        >
          <AttachButtons attachments={attachments} inWords />
        </span>
      </Menu>
    </>
  );
}

/** Photos, the camera of a telephone, files: by signs, or in words in a menu. */
function AttachButtons({ attachments, inWords = false }: { attachments: AttachmentsInHand; inWords?: boolean }) {
  const { photos, files, add } = attachments;
  const full = photos.uploads.length >= PHOTOS_MAX;
  return (
    <span className={inWords ? "grid justify-items-start gap-1 p-1.5" : "flex items-center"}>
      {!full && (
        <FileButton icon="image" signOnly={!inWords} accept={PHOTO_KINDS} multiple onChoose={add}>
          Ajouter des photos
        </FileButton>
      )}
      {!full && (
        <FileButton icon="camera" signOnly={!inWords} camera accept="image/*" onChoose={add}>
          Prendre une photo
        </FileButton>
      )}
      {files.uploads.length < FILES_MAX && (
        <FileButton icon="clip" signOnly={!inWords} accept={ACCEPTED} multiple onChoose={add}>
          Joindre des fichiers
        </FileButton>
      )}
    </span>
  );
}

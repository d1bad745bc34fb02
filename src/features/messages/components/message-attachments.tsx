import { fileTypes, sizeWords } from "@/core/file-kinds.ts";
import { paths } from "@/core/paths.ts";
import { fileIcons } from "@/ui/file-icons.ts";
import { Icon } from "@/ui/icons.tsx";
import { PhotoGrid } from "@/ui/photo-grid.tsx";

/** Structurally the views of attachments, and what the log of a conversation carries. */
type Photo = { id: string; width: number; height: number; description: string };
type File = { id: string; name: string; size: number; mime: string };

const kindOf = (mime: string) =>
  Object.hasOwn(fileTypes, mime) ? fileTypes[mime as keyof typeof fileTypes] : { kind: "document" as const, word: "" };

/** What goes with a message: photos that open one by one, files to keep, each with what it is and its size. */
export function MessageAttachments({ photos, files }: { photos: readonly Photo[]; files: readonly File[] }) {
  if (photos.length + files.length === 0) return null;
  const shown = photos.map((photo) => ({
    ...photo,
    small: paths.api.messagePhoto(photo.id, "petite"),
    large: paths.api.messagePhoto(photo.id, "grande"),
  }));
  return (
    <div className="grid w-full max-w-[22rem] min-w-0 grid-cols-[minmax(0,1fr)] gap-1.5">
      <PhotoGrid photos={shown} of="du message" small />
      {files.length > 0 && (
        <ul aria-label={files.length === 1 ? "Fichier" : `${files.length} fichiers`} className="grid gap-1.5">
          {files.map(({ id, name, size, mime }) => {
            const { kind, word } = kindOf(mime);
            return (
              <li key={id} className="min-w-0">
                <a
                  href={paths.api.messageFile(id)}
                  download={name}
                  className="flex min-h-13 min-w-0 items-center gap-3 rounded-control border border-line bg-card px-3 py-2 text-ink no-underline hover:border-line-strong hover:bg-sunken"
                >
                  <span className="grid size-9 shrink-0 place-items-center rounded-[0.5rem] bg-sunken text-ink-3">
                    <Icon name={fileIcons[kind]} size={20} />
                  </span>
                  <span className="grid min-w-0">
                    <span className="truncate text-note font-[650]">{name}</span>
                    <span className="text-note text-ink-3">{[word, sizeWords(size)].filter(Boolean).join(" · ")}</span>
                  </span>
                </a>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

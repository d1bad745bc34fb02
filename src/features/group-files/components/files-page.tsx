import Link from "next/link";
import { sizeWords } from "@/core/file-kinds.ts";
import { relativeTime } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { reasons } from "@/core/reasons.ts";
import { EmptyState } from "@/ui/empty-state.tsx";
import { fileIcons } from "@/ui/file-icons.ts";
import { Icon } from "@/ui/icons.tsx";
import { List } from "@/ui/list.tsx";
import type { FilesView, FileView } from "../file.views.ts";
import { FileUpload } from "./file-upload.tsx";
import { RemoveFile } from "./remove-file.tsx";

/** The files of a group, the newest first. */
export function FilesPage({
  view,
  group,
  now,
  refused,
}: {
  view: FilesView;
  group: { id: string; slug: string };
  now: Date;
  /** The reason for which a file sent without scripts was refused. */
  refused: string | null;
}) {
  const { files, after, can } = view;
  const reason = refused && Object.hasOwn(reasons, refused) ? reasons[refused as keyof typeof reasons] : null;
  return (
    <section id="fichiers" aria-labelledby="titre-fichiers" className="grid max-w-3xl scroll-mt-6 gap-5">
      <h2 id="titre-fichiers" className="text-heading">
        Fichiers
      </h2>
      {can.add && <FileUpload address={paths.api.groupFiles(group.id)} refused={reason} />}
      {files.length === 0 ? (
        <EmptyState title="Pas encore de fichier">
          Affiches, tracts, tableaux, comptes rendus : ce que le groupe garde est ici, pour tous ses membres.
        </EmptyState>
      ) : (
        <List>
          {files.map((file) => (
            <FileRow key={file.id} file={file} now={now} />
          ))}
        </List>
      )}
      {after && (
        <Link
          href={`${paths.groupFiles(group)}?apres=${after}`}
          prefetch={false}
          className="inline-flex min-h-11 items-center justify-self-center font-semibold"
        >
          Fichiers plus anciens
        </Link>
      )}
    </section>
  );
}

function FileRow({ file, now }: { file: FileView; now: Date }) {
  const { id, name, word, kind, size, href, preview, by, at, can } = file;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3.5 sm:px-5">
      {preview ? (
        <a href={preview.large} className="block shrink-0 overflow-hidden rounded-control border border-line">
          <img
            src={preview.small}
            alt={`Aperçu de ${name}`}
            width={preview.width}
            height={preview.height}
            loading="lazy"
            className="size-16 bg-sunken object-cover object-top"
          />
        </a>
      ) : (
        <span className="grid size-16 shrink-0 place-items-center rounded-control border border-line bg-sunken text-ink-3">
          <Icon name={fileIcons[kind]} size={26} />
        </span>
      )}
      <div className="min-w-0 flex-[1_1_12rem]">
        <a href={href} download={name} className="font-[650] no-underline [overflow-wrap:anywhere] hover:underline">
          {name}
        </a>
        <p className="text-note text-ink-3">
          {word} · {sizeWords(size)}
        </p>
        <p className="text-note text-ink-3">
          Ajouté {relativeTime(at, now)} par {by?.name ?? "compte supprimé"}
        </p>
        <div className="mt-1 flex flex-wrap items-start gap-x-2">
          <a
            href={href}
            download={name}
            aria-label={`Télécharger ${name}`}
            className="flex min-h-11 items-center pr-3 text-note font-semibold"
          >
            Télécharger
          </a>
          {can.report && (
            <Link
              href={paths.report("group-file", id)}
              prefetch={false}
              aria-label={`Signaler ${name}`}
              className="flex min-h-11 items-center pr-3 text-note text-ink-3"
            >
              Signaler
            </Link>
          )}
          {can.remove && <RemoveFile fileId={id} name={name} />}
        </div>
      </div>
    </li>
  );
}

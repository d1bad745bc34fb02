import Link from "next/link";
import { counted } from "@/core/french-dates.ts";
import { Avatar } from "@/ui/avatar.tsx";
import { comingWords, firstName } from "../participation.rules.ts";
import type { PlacesView } from "../places.views.ts";

/** "Nadia, Jules et 8 autres · 2 coopains": her own coopains by name, the others by number. */
export function Coming({
  coming: { count, faces, coopains, maybe },
  open,
}: {
  coming: PlacesView["coming"];
  /** One may still join. */
  open: boolean;
}) {
  if (count === 0 && maybe === 0)
    return !open ? null : <p className="text-note text-ink-2">Personne n’est encore sur la liste : ouvre la marche.</p>;
  const names = faces.map(({ name }) => firstName(name));
  const words = [
    count > 0 &&
      (names.length > 0
        ? comingWords(names, Math.max(0, count - names.length))
        : `${counted(count, "personne")} sur la liste`),
    coopains > 0 && counted(coopains, "coopain"),
    maybe > 0 && `${maybe} peut-être`,
  ].filter(Boolean);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {faces.length > 0 && (
        <ul aria-label="Tes coopains qui viennent" className="flex -space-x-2">
          {faces.map(({ name, photo, href }) => (
            <li key={href}>
              <Link href={href} prefetch={false} title={name} className="inline-flex rounded-full ring-2 ring-card">
                <Avatar name={name} photo={photo} />
                <span className="sr-only">{name}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p className="text-note text-ink-2">{words.join(" · ")}</p>
    </div>
  );
}

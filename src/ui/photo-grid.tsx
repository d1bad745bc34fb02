"use client";

import { type MouseEvent, useRef, useState } from "react";
import type { PhotoView } from "@/core/photo.ts";
import { classNames } from "./class-names.ts";
import { PhotoSlides } from "./photo-slides.tsx";

/** Photos of a card; the others are counted on the last one. */
const SHOWN = 5;

/** How photos lie, by how many there are: the grid, and each one in it. */
function layout(count: number): { grid: string; each: (index: number) => string } {
  if (count === 1) return { grid: "grid-cols-1", each: () => "" };
  if (count === 2) return { grid: "grid-cols-2", each: () => "aspect-square" };
  if (count === 3)
    return { grid: "grid-cols-2", each: (index) => (index === 0 ? "col-span-2 aspect-[2/1]" : "aspect-[4/3]") };
  if (count === 4) return { grid: "grid-cols-2", each: () => "aspect-[4/3]" };
  return { grid: "grid-cols-6", each: (index) => (index < 2 ? "col-span-3 aspect-[4/3]" : "col-span-2 aspect-square") };
}

/** Photos beside words: a grid; a photo opens them one by one, or by itself where scripts do not run. */
export function PhotoGrid({
  photos,
  of,
  small = false,
  className,
}: {
  photos: readonly PhotoView[];
  /** Of what they are the photos, for the slideshow: "de la publication". */
  of: string;
  /** In a narrow place: a photo alone is no taller than a hand. */
  small?: boolean;
  className?: string;
}) {
  const [open, setOpen] = useState<number | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  if (photos.length === 0) return null;
  const shown = photos.slice(0, SHOWN);
  const { grid, each } = layout(shown.length);
  const hidden = photos.length - shown.length;

  function show(event: MouseEvent<HTMLElement>, index: number): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return; // another tab
    event.preventDefault();
    opener.current = event.currentTarget;
    setOpen(index);
  }

  return (
    <>
      <ul
        aria-label={photos.length === 1 ? "Photo" : `${photos.length} photos`}
        className={classNames("grid gap-1", grid, className)}
      >
        {shown.map((photo, index) => {
          const rest = index === shown.length - 1 ? hidden : 0;
          const name = photo.description || `Photo ${index + 1} sur ${photos.length}, sans description`;
          return (
            <li key={photo.id} className={each(index)}>
              <a
                href={photo.large}
                aria-label={`Agrandir : ${name}${rest > 0 ? `, et ${rest} de plus` : ""}`}
                onClick={(event) => show(event, index)}
                className="relative block size-full overflow-hidden rounded-control bg-sunken"
              >
                <Picture photo={photo} alone={shown.length === 1} small={small} />
                {rest > 0 && (
                  <span
                    aria-hidden="true"
                    className="absolute inset-0 grid place-items-center bg-[rgb(0_0_0/0.55)] font-display text-title font-bold text-[#ffffff]"
                  >
                    +{rest}
                  </span>
                )}
              </a>
            </li>
          );
        })}
      </ul>
      {open !== null && (
        <PhotoSlides
          photos={photos}
          first={open}
          of={of}
          onClose={() => {
            setOpen(null);
            opener.current?.focus();
          }}
        />
      )}
    </>
  );
}

/** In the grid it fills its place; alone it keeps its own form, unless it is a tower. */
function Picture({ photo, alone, small }: { photo: PhotoView; alone: boolean; small: boolean }) {
  const wide = small ? "22rem" : "(min-width: 48rem) 40rem, 100vw";
  const half = small ? "11rem" : "(min-width: 48rem) 20rem, 50vw";
  return (
    <img
      src={photo.small}
      srcSet={`${photo.small} 640w, ${photo.large} ${Math.max(641, photo.width)}w`}
      sizes={alone ? wide : half}
      alt=""
      width={photo.width}
      height={photo.height}
      loading="lazy"
      decoding="async"
      className={classNames("w-full object-cover", alone ? `h-auto ${small ? "max-h-80" : "max-h-[34rem]"}` : "h-full")}
    />
  );
}

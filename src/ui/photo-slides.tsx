"use client";

import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import type { PhotoView } from "@/core/photo.ts";
import { Icon, type IconName } from "./icons.tsx";

/** A finger that goes so far, in pixels, turns to the next photo. */
const SWIPE = 45;

/**
 * Photos one by one over the page: arrows, Home, End and Escape, two round buttons, a finger. From the last one goes to the
 * first: a button never goes away under the focus.
 */
export function PhotoSlides({
  photos,
  first,
  of,
  onClose,
}: {
  photos: readonly PhotoView[];
  first: number;
  /** Of what they are the photos: "de la publication". */
  of: string;
  onClose: () => void;
}) {
  const [index, setIndex] = useState(first);
  const dialog = useRef<HTMLDialogElement>(null);
  const touched = useRef<number | null>(null);
  const photo = photos[index];
  const several = photos.length > 1;
  const go = (to: number) => setIndex((to + photos.length) % photos.length);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    // The next one is there before it is asked for.
    const next = photos[(index + 1) % photos.length];
    if (several && next) new Image().src = next.large;
  }, [index, photos, several]);

  function onKeyDown(event: KeyboardEvent): void {
    const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: photos.length - 1 }[event.key];
    if (to === undefined || !several) return;
    event.preventDefault();
    go(to);
  }
  function onPointerUp(event: PointerEvent): void {
    const moved = touched.current === null ? 0 : event.clientX - touched.current;
    touched.current = null;
    if (several && Math.abs(moved) > SWIPE) go(index + (moved < 0 ? 1 : -1));
  }

  if (!photo) return null;
  const words = photo.description || "Photo sans description";
  return (
    <dialog
      ref={dialog}
      aria-label={`${several ? "Photos" : "Photo"} ${of}`}
      onClose={onClose}
      onKeyDown={onKeyDown}
      className="m-0 h-dvh max-h-none w-dvw max-w-none overflow-hidden bg-[#120d0e] text-[#fffdfa] backdrop:bg-[rgb(0_0_0/0.8)] open:grid open:grid-rows-[auto_minmax(0,1fr)_auto]"
    >
      <div className="flex items-center gap-3 px-3 py-2">
        <p role="status" className="flex-1 pl-1 text-note tabular-nums">
          {several ? `${index + 1} sur ${photos.length}` : ""}
          <span className="sr-only"> : {words}</span>
        </p>
        <Round icon="cross" label="Fermer" onClick={() => dialog.current?.close()} />
      </div>
      <div
        className="relative min-h-0 touch-pan-y select-none"
        onPointerDown={(event) => {
          touched.current = event.pointerType === "mouse" ? null : event.clientX;
        }}
        onPointerUp={onPointerUp}
        onPointerCancel={() => {
          touched.current = null;
        }}
      >
        <img
          key={photo.id}
          src={photo.large}
          alt={words}
          width={photo.width}
          height={photo.height}
          draggable={false}
          className="absolute inset-0 size-full object-contain motion-safe:animate-arrive"
        />
        {several && (
          <>
            <span className="absolute top-1/2 left-2 -translate-y-1/2">
              <Round icon="back" label="Photo précédente" onClick={() => go(index - 1)} />
            </span>
            <span className="absolute top-1/2 right-2 -translate-y-1/2">
              <Round icon="arrow" label="Photo suivante" onClick={() => go(index + 1)} />
            </span>
          </>
        )}
      </div>
      <p
        aria-hidden="true"
        className="mx-auto min-h-14 max-w-2xl px-5 py-3.5 text-center text-[0.96875rem] text-[#fffdfa]"
      >
        {photo.description}
      </p>
    </dialog>
  );
}

const Round = ({ icon, label, onClick }: { icon: IconName; label: string; onClick: () => void }) => (
  <button
    type="button"
    title={label}
    onClick={onClick}
    className="grid size-12 place-items-center rounded-full bg-[rgb(0_0_0/0.6)] text-[#ffffff] outline-[#ffffff] hover:bg-[#4a3f42] focus-visible:outline-[2.5px] focus-visible:outline-offset-2"
  >
    <Icon name={icon} label={label} />
  </button>
);

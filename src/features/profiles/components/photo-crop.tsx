"use client";

import { useState } from "react";
import Cropper from "react-easy-crop";
import "react-easy-crop/react-easy-crop.css";
import type { Area } from "./cropped-file.ts";

const MAX_ZOOM = 4;

/** Frames a picture in a disc: by dragging, by the arrows of the keyboard, nearer or farther by the slider. */
export function PhotoCrop({
  image,
  onArea,
  onUnreadable,
}: {
  image: string;
  onArea: (area: Area) => void;
  onUnreadable: () => void;
}) {
  const [crop, setCrop] = useState({ x: 0, y: 0 });
  const [zoom, setZoom] = useState(1);
  return (
    <div className="grid gap-3">
      <div className="relative mx-auto aspect-square w-full max-w-80 overflow-hidden rounded-card bg-sunken">
        <Cropper
          image={image}
          crop={crop}
          zoom={zoom}
          minZoom={1}
          maxZoom={MAX_ZOOM}
          aspect={1}
          cropShape="round"
          showGrid={false}
          objectFit="cover"
          keyboardStep={8}
          onCropChange={setCrop}
          onZoomChange={setZoom}
          onCropComplete={(_, pixels) => onArea(pixels)}
          onCropAreaChange={(_, pixels) => onArea(pixels)}
          mediaProps={{ onError: onUnreadable, alt: "" }}
          cropperProps={{ "aria-label": "Cadrage de la photo : déplace-la avec les flèches" }}
          disableAutomaticStylesInjection
        />
      </div>
      <label className="mx-auto flex min-h-11 w-full max-w-80 items-center gap-3 text-note font-[650]">
        Zoom
        <input
          type="range"
          min={1}
          max={MAX_ZOOM}
          step={0.1}
          value={zoom}
          onChange={(event) => setZoom(Number(event.target.value))}
          className="min-h-11 flex-1"
        />
      </label>
      <p className="text-center text-note text-ink-3">Aperçu : pas encore en ligne. Déplace la photo, puis valide.</p>
    </div>
  );
}

"use client";

import { useState } from "react";
import { Icon } from "@/ui/icons.tsx";
import type { VideoView } from "../photo.views.ts";

/** Before anything is loaded: our own drawing, not a frame of it. */
const POSTER = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"><rect width="640" height="360" fill="#2a2022"/><path d="M0 300C160 250 320 350 640 270V360H0z" fill="#bf1238"/><circle cx="320" cy="166" r="44" fill="#fff"/><path d="M306 143v46l38-23z" fill="#221a1c"/></svg>',
)}`;

const megabytes = (bytes: number) => `${Math.max(1, Math.round(bytes / (1024 * 1024)))} Mo`;

/** The video of a post: played here, or a card that leads to where it is. Nothing of it is loaded before a click. */
export function PostVideo({ video }: { video: VideoView }) {
  return video.kind === "file" ? <VideoPlayer {...video} /> : <VideoCard {...video} />;
}

function VideoPlayer({ src, size }: { src: string; size: number }) {
  const [failed, setFailed] = useState(false);
  return (
    <div className="mt-3">
      {/* biome-ignore lint/a11y/useMediaCaption: what members film has none; the words of the post are above */}
      <video
        controls
        playsInline
        preload="none"
        src={src}
        poster={POSTER}
        aria-label={`Vidéo de la publication, ${megabytes(size)}`}
        onError={() => setFailed(true)}
        className="aspect-video w-full rounded-control bg-[#000000] object-contain"
      />
      <p role="status" className="mt-1.5 text-note text-ink-3">
        {failed ? (
          <>
            Ton navigateur n’arrive pas à lire cette vidéo.{" "}
            <a href={src} download className="font-semibold">
              La télécharger ({megabytes(size)})
            </a>
          </>
        ) : (
          `Vidéo · ${megabytes(size)}`
        )}
      </p>
    </div>
  );
}

function VideoCard({ url, hostName }: { url: string; hostName: string }) {
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="mt-3 flex items-center gap-3.5 rounded-control border border-line-strong bg-sunken p-3 text-ink no-underline hover:border-ink"
    >
      <span className="grid aspect-video w-28 shrink-0 place-items-center rounded-[0.5rem] bg-rose text-on-rose sm:w-36">
        <Icon name="film" size={34} />
      </span>
      <span className="grid min-w-0 gap-0.5">
        <span className="font-[650]">Voir la vidéo sur {hostName}</span>
        <span className="text-note text-ink-3">
          Elle s’ouvre là-bas, dans un nouvel onglet : rien n’en est chargé ici.
        </span>
      </span>
    </a>
  );
}

import { fullMoment } from "@/core/french-dates.ts";
import { Avatar } from "@/ui/avatar.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Card } from "@/ui/card.tsx";
import { Icon } from "@/ui/icons.tsx";
import { RelativeTime } from "@/ui/relative-time.tsx";
import type { Neighbour, ReportedObject } from "../reportable.rules.ts";
import { PlaceLine, Quote, Words } from "./quote.tsx";

/** Reported words among those that surround them, with what they said before. */
export function ReportedWords({ object, now }: { object: ReportedObject; now: Date }) {
  const {
    author,
    section,
    at,
    text,
    hidden,
    history,
    answers,
    before,
    after,
    pictures = [],
    videos = [],
    files = [],
  } = object;
  return (
    <section aria-label="Les mots signalés" className="grid gap-3">
      <PlaceLine place={object.place} className="text-base!" />
      {answers && <Around words={answers} said="répond à" now={now} />}
      {before.map((words) => (
        <Around key={words.id} words={words} now={now} />
      ))}
      <Card className="border-rose-line! ring-1 ring-rose-line">
        <header className="flex items-center gap-2.75">
          <Avatar name={author} />
          <div className="min-w-0 flex-1">
            <p className="leading-snug font-[650]">{author ?? "Compte supprimé"}</p>
            <p className="text-[0.84375rem] leading-snug text-ink-3">
              {section && `Section ${section} · `}
              <RelativeTime date={at} now={now} />
            </p>
          </div>
          {hidden && <Badge tone="contre">Masqué</Badge>}
        </header>
        <Quote className="mt-3 border-l-0! pl-0!">
          <Words text={text} />
        </Quote>
        {pictures.length > 0 && (
          <ul className="mt-3 flex flex-wrap gap-2">
            {pictures.map(({ small, large, description }) => (
              <li key={large}>
                <a href={large}>
                  <img
                    src={small}
                    alt={description || "Photo sans description"}
                    className="size-28 rounded-control bg-sunken object-cover sm:size-36"
                  />
                </a>
              </li>
            ))}
          </ul>
        )}
        {videos.map((video, index) => (
          <p key={video} className="mt-3">
            <a href={video} rel="noopener noreferrer nofollow" className="inline-flex min-h-11 items-center gap-2">
              <Icon name="film" className="shrink-0" />
              {videos.length > 1 ? `Voir la vidéo ${index + 1}` : "Voir la vidéo"}
            </a>
          </p>
        ))}
        {files.length > 0 && (
          <ul className="mt-3 grid gap-1">
            {files.map(({ name, size, href }) => (
              <li key={href}>
                <a
                  href={href}
                  download={name}
                  className="inline-flex min-h-11 items-center gap-2 [overflow-wrap:anywhere]"
                >
                  <Icon name="clip" className="shrink-0" />
                  {name} ({size})
                </a>
              </li>
            ))}
          </ul>
        )}
        {history.length > 0 && (
          <details className="mt-3 border-t border-line pt-1">
            <summary className="flex min-h-11 items-center gap-1.5 text-note font-semibold text-ink-2">
              <Icon name="down" size={16} className="shrink-0" />
              {history.length === 1 ? "Une version précédente" : `${history.length} versions précédentes`}
            </summary>
            <ol className="grid gap-3 pb-1">
              {history.map((version) => (
                <li key={version.until.getTime()}>
                  <p className="mb-1 text-note text-ink-3">jusqu’au {fullMoment(version.until)}</p>
                  <Quote className="text-base!">
                    <Words text={version.text} />
                  </Quote>
                </li>
              ))}
            </ol>
          </details>
        )}
      </Card>
      {after.map((words) => (
        <Around key={words.id} words={words} now={now} />
      ))}
    </section>
  );
}

function Around({ words, said, now }: { words: Neighbour; said?: string; now: Date }) {
  return (
    <div className="rounded-card border border-dashed border-line-strong px-4 py-3 text-ink-2 sm:px-5">
      <p className="text-note text-ink-3">
        {said && <span className="font-semibold text-ink-2">{said} </span>}
        {words.author ?? "Compte supprimé"}, <RelativeTime date={words.at} now={now} />
      </p>
      <p className="mt-1 line-clamp-6 text-[0.96875rem] break-words whitespace-pre-line">{words.text}</p>
    </div>
  );
}

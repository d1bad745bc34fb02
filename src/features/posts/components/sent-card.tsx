import { paths } from "@/core/paths.ts";
import { Avatar } from "@/ui/avatar.tsx";
import { Button } from "@/ui/button.tsx";
import { MEDIA_FIELD, readPicked } from "../media.rules.ts";
import type { Me } from "./composer.tsx";
import type { Sent } from "./use-outbox.ts";

const words: Record<Sent["state"], string> = {
  sending: "envoi…",
  published: "publiée",
  failed: "pas encore publiée",
};

/** What the reader publishes, until the wall shows it: on its way, or kept with how to send it again. */
export function SentCard({
  sent,
  me,
  onAgain,
  onTakeBack,
}: {
  sent: Sent;
  me: Me;
  onAgain: () => void;
  onTakeBack: () => void;
}) {
  const failed = sent.state === "failed";
  const { photoIds } = readPicked(sent.fields[MEDIA_FIELD]);
  return (
    <article
      aria-busy={sent.state === "sending"}
      aria-label="Ta publication"
      className="animate-arrive rounded-card border border-dashed border-control bg-card px-4 py-4 sm:px-5"
    >
      <div className="flex items-center gap-2.75">
        <Avatar name={me.name} photo={me.photo} />
        <div>
          <p className="leading-snug font-[650]">{me.name}</p>
          <p role="status" className="text-[0.84375rem] leading-snug text-ink-3">
            {words[sent.state]}
          </p>
        </div>
      </div>
      <p className="mt-3 text-[1.03125rem] leading-[1.52] whitespace-pre-line wrap-anywhere">{sent.body.trim()}</p>
      {photoIds.length > 0 && (
        <p className="mt-3 flex flex-wrap gap-1.5">
          {photoIds.map((id) => (
            <img
              key={id}
              src={paths.api.postPhoto(id, "petite")}
              alt=""
              className="size-20 rounded-control bg-sunken object-cover"
            />
          ))}
        </p>
      )}
      {failed && (
        <div className="mt-3 grid gap-2">
          <p role="alert" className="text-note font-semibold text-rose-strong">
            {sent.problem}
          </p>
          <p className="flex flex-wrap gap-2">
            <Button size="compact" onClick={onAgain}>
              Réessayer
            </Button>
            <Button size="compact" variant="secondary" onClick={onTakeBack}>
              Reprendre le texte
            </Button>
          </p>
        </div>
      )}
    </article>
  );
}

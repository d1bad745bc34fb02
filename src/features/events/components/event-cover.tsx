import { paths } from "@/core/paths.ts";
import { classNames } from "@/ui/class-names.ts";

/** An event's picture: decorative, its room kept while it loads. Nothing when the event has none. */
export function EventCover({
  event: { id, coverId },
  sizes = "(min-width: 64rem) 22rem, 100vw",
  eager = false,
  className,
}: {
  event: { id: string; coverId: string | null };
  /** How wide it is shown, as `sizes` of an image says it. */
  sizes?: string;
  /** On top of its page: loaded at once. */
  eager?: boolean;
  className?: string;
}) {
  if (!coverId) return null;
  const address = (size: string) => `${paths.api.eventCover(id)}?taille=${size}&v=${coverId}`;
  return (
    <img
      src={address("grande")}
      srcSet={`${address("petite")} 640w, ${address("grande")} 1600w`}
      sizes={sizes}
      width={1600}
      height={800}
      alt=""
      loading={eager ? undefined : "lazy"}
      decoding="async"
      className={classNames("block aspect-[2/1] w-full rounded-card bg-sunken object-cover", className)}
    />
  );
}

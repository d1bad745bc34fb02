import { paths } from "@/core/paths.ts";
import { classNames } from "@/ui/class-names.ts";

/** A group's picture: decorative, its room kept while it loads. Nothing when the group has none. */
export function GroupCover({
  group: { id, coverId },
  sizes = "(min-width: 64rem) 60rem, 100vw",
  eager = false,
  className,
}: {
  group: { id: string; coverId: string | null };
  /** How wide it is shown, as `sizes` of an image says it. */
  sizes?: string;
  /** On top of its page: loaded at once. */
  eager?: boolean;
  className?: string;
}) {
  if (!coverId) return null;
  const address = (size: string) => `${paths.api.groupCover(id)}?taille=${size}&v=${coverId}`;
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

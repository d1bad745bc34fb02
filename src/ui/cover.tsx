import { classNames } from "./class-names.ts";

/** The picture on top of something: decorative, its room kept while it loads. `address` is its door, in two sizes. */
export function Cover({
  address,
  version,
  sizes = "(min-width: 64rem) 22rem, 100vw",
  eager = false,
  className,
}: {
  address: string;
  /** Another picture has another address: browsers keep each for good. */
  version: string;
  /** How wide it is shown, as `sizes` of an image says it. */
  sizes?: string;
  /** On top of its page: loaded at once. */
  eager?: boolean;
  className?: string;
}) {
  const at = (size: string) => `${address}?taille=${size}&v=${version}`;
  return (
    <img
      src={at("grande")}
      srcSet={`${at("petite")} 640w, ${at("grande")} 1600w`}
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

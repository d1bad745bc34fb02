import { classNames } from "./class-names.ts";
import { Icon } from "./icons.tsx";

/** White on each of them is at least 4.8:1. */
export const avatarColours = [
  "#7b5ea7",
  "#14694b",
  "#a8553a",
  "#3e5c8a",
  "#87672f",
  "#9c3f6b",
  "#2f6f7a",
  "#5b6b2f",
  "#8c3a3a",
  "#545a86",
];

const sizes = {
  small: "size-8 text-[0.71875rem]",
  regular: "size-9 text-[0.8125rem]",
  large: "size-14 text-xl",
  huge: "size-28 text-4xl sm:size-32",
};

/** "Nadia Mercier" → "NM", "Jean-Luc" → "J". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0]?.[0] ?? "";
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? "") : "";
  return (first + last).toLocaleUpperCase("fr");
}

/** Always the same colour for the same name. */
export function avatarColour(name: string): string {
  let sum = 7;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return avatarColours[sum % avatarColours.length] ?? "#545a86";
}

/** A photo or initials in a disc, beside a name that is written out; null is someone whose name is not shown. */
export function Avatar({
  name,
  photo = null,
  size = "regular",
  className,
}: {
  name: string | null;
  /** The photo's URL, when the reader may see it. */
  photo?: string | null;
  size?: keyof typeof sizes;
  className?: string;
}) {
  const disc = classNames(
    "inline-grid shrink-0 place-items-center rounded-full font-text font-bold",
    sizes[size],
    className,
  );
  if (photo) {
    return (
      <img src={photo} alt="" loading="lazy" decoding="async" className={classNames(disc, "bg-sunken object-cover")} />
    );
  }
  if (name === null) {
    return (
      <span aria-hidden="true" className={classNames(disc, "bg-line text-ink-2")}>
        <Icon name="person" size={size === "huge" ? 52 : size === "large" ? 28 : 18} />
      </span>
    );
  }
  return (
    <span aria-hidden="true" className={disc} style={{ background: avatarColour(name), color: "#fff" }}>
      {initials(name)}
    </span>
  );
}

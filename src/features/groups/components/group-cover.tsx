import type { ComponentProps } from "react";
import { paths } from "@/core/paths.ts";
import { Cover } from "@/ui/cover.tsx";

type Props = { group: { id: string; coverId: string | null } } & Omit<
  ComponentProps<typeof Cover>,
  "address" | "version"
>;

/** A group’s picture. Nothing when the group has none. */
export function GroupCover({ group: { id, coverId }, sizes = "(min-width: 64rem) 60rem, 100vw", ...rest }: Props) {
  return coverId && <Cover address={paths.api.groupCover(id)} version={coverId} sizes={sizes} {...rest} />;
}

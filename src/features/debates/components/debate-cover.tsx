import type { ComponentProps } from "react";
import { paths } from "@/core/paths.ts";
import { Cover } from "@/ui/cover.tsx";

type Props = { debate: { id: string; coverId: string | null } } & Omit<
  ComponentProps<typeof Cover>,
  "address" | "version"
>;

/** A debate’s picture. Nothing when the debate has none. */
export function DebateCover({ debate: { id, coverId }, ...rest }: Props) {
  return coverId && <Cover address={paths.api.debateCover(id)} version={coverId} {...rest} />;
}

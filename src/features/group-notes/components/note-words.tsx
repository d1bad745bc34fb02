import Link from "next/link";
import type { Signature } from "@/features/profiles/index.ts";

const list = new Intl.ListFormat("fr");

/** "Fatou", "Fatou et Bruno", or who has left. */
export const namesOf = (names: readonly string[]): string =>
  names.length > 0 ? list.format(names) : "Quelqu’un qui a quitté La Coopol";

/** Who wrote: her name, which leads to her card where it reaches the reader. */
export function SignedBy({ by }: { by: Signature | null }) {
  if (!by) return <>compte supprimé</>;
  if (!by.href) return <>{by.name}</>;
  return (
    <Link href={by.href} prefetch={false} className="font-semibold underline-offset-2 hover:underline">
      {by.name}
    </Link>
  );
}

import Link from "next/link";
import type { Member } from "@/core/actor.ts";
import { getProfile } from "@/features/profiles/index.ts";
import { toAppError } from "@/platform/db/errors.ts";

/** Who somebody unknown is, as far as her card says it to this reader: her section, what she answers for, her profile. */
export async function AboutSender({ member, id }: { member: Member; id: string | undefined }) {
  const profile = await getProfile(member, id ?? "").catch((error: unknown) => {
    if (toAppError(error).code === "not_found") return null; // her card does not reach this reader
    throw error;
  });
  if (!profile) return null;
  const { name, href, section, adherent, mandates } = profile;
  const roles = mandates.filter(({ past }) => !past).map(({ role, place }) => `${role}, ${place}`);
  return (
    <p className="text-note text-ink-2">
      <Link href={href} prefetch={false} className="font-[650] underline underline-offset-2">
        {name}
      </Link>
      {` · Section ${section.name}`}
      {adherent && " · Adhérent·e"}
      {roles.length > 0 && ` · ${roles.join(" ; ")}`}
    </p>
  );
}

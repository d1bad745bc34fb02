import Link from "next/link";
import type { Member } from "@/core/actor.ts";
import { findCoopainsInCommon } from "@/features/coopains/index.ts";
import { getProfile } from "@/features/profiles/index.ts";
import { toAppError } from "@/platform/db/errors.ts";

const named = new Intl.ListFormat("fr", { type: "conjunction" });
/** "3 coopains en commun : Yanis Moreau, Maryse Quintin et Sonia Diallo". */
function inCommon(count: number, names: string[]): string {
  const others = count - names.length;
  const more = others > 0 ? [others === 1 ? "une autre personne" : `${others} autres`] : [];
  return `${count === 1 ? "1 coopain" : `${count} coopains`} en commun\u00a0: ${named.format([...names, ...more])}`;
}

/** Who somebody unknown is, as far as this reader may know: her section, what she answers for, whom both know, her profile. */
export async function AboutSender({ member, id }: { member: Member; id: string | undefined }) {
  const profile = await getProfile(member, id ?? "").catch((error: unknown) => {
    if (toAppError(error).code === "not_found") return null; // her card does not reach this reader
    throw error;
  });
  if (!profile) return null;
  const { name, href, section, adherent, mandates } = profile;
  const { count, names } = await findCoopainsInCommon(member, profile.id);
  const roles = mandates.filter(({ past }) => !past).map(({ role, place }) => `${role}, ${place}`);
  return (
    <p className="text-note text-ink-2">
      <Link href={href} prefetch={false} className="font-[650] underline underline-offset-2">
        {name}
      </Link>
      {` · Section ${section.name}`}
      {adherent && " · Adhérent·e"}
      {roles.length > 0 && ` · ${roles.join(" ; ")}`}
      {count > 0 && <span className="block">{inCommon(count, names)}</span>}
    </p>
  );
}

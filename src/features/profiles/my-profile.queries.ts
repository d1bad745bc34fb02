import type { Actor, Member } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { isFilled, type Offer, toOffer } from "./offer.rules.ts";
import type { MyProfileView } from "./profile.views.ts";
import { defaults, type Field, fields, type Visibility } from "./visibility.rules.ts";

const nothing = { willing: [], free: [], reachKm: null, pace: null };

/** One's own profile with what one chose, for the pages where it is changed. Throws `not_found` for anybody but a member. */
export async function getMyProfile(actor: Actor): Promise<MyProfileView> {
  if (actor.kind !== "member") throw new AppError("not_found", "absent");
  const [member, consents] = await Promise.all([
    db.member.findUniqueOrThrow({ where: { id: actor.id }, include: { profile: true } }),
    db.consent.findMany({
      where: { memberId: actor.id, kind: "public_field", withdrawnAt: null },
      select: { field: true },
    }),
  ]);
  const { id, name, profile, adultOn } = member;
  const offer = toOffer(profile ?? nothing);
  const chosen = fields.map((field) => [field, profile?.[`${field}For`] ?? defaults[field]] as const);
  const visibilities = Object.fromEntries(chosen) as Record<Field, Visibility>;
  return {
    id,
    name,
    href: paths.member({ id, name }),
    photo: profile?.photoId ? paths.api.memberPhoto(id, profile.photoId) : null,
    presentation: profile?.presentation ?? "",
    status: profile?.status ?? "",
    skills: profile?.skills ?? [],
    interests: profile?.interests ?? [],
    links: profile?.links ?? [],
    offer,
    offerFilled: isFilled(offer),
    visibilities,
    agreed: fields.filter((field) => consents.some((consent) => consent.field === field)),
    minor: adultOn !== null && adultOn > clock.now(),
  };
}

/** What a member offers, for what is proposed to her. */
export async function getMyOffer(member: Member): Promise<Offer> {
  return toOffer((await db.profile.findUnique({ where: { memberId: member.id } })) ?? nothing);
}

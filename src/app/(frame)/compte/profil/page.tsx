import type { Metadata } from "next";
import { EditProfilePage } from "@/features/profiles/components/edit-profile-page.tsx";
import { getMyProfile } from "@/features/profiles/index.ts";
import { requireMember } from "@/platform/next/current-actor.ts";

export const metadata: Metadata = { title: "Mon profil" };

export default async function Page() {
  return <EditProfilePage profile={await getMyProfile(await requireMember())} />;
}

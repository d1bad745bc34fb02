import type { Metadata } from "next";
import { cache } from "react";
import { ofPlace } from "@/core/french-places.ts";
import { paths } from "@/core/paths.ts";
import { ScopeDebates } from "@/features/debates/components/scope-debates.tsx";
import { listDebatesOfScope } from "@/features/debates/index.ts";
import { FederationPage } from "@/features/sections/components/federation-page.tsx";
import { getFederation } from "@/features/sections/index.ts";
import { clock } from "@/platform/clock.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { params: Promise<{ federation: string }> };
const DEBATES = 6;

const load = cache(async (params: Props["params"]) => orNotFound(getFederation(await currentReader(), await params)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const federation = await load(params);
  return {
    title: `Fédération ${ofPlace(federation.name)}`,
    description: `Qui anime la fédération ${ofPlace(federation.name)}, ses sections et ses débats.`,
    alternates: { canonical: paths.federation(federation) },
  };
}

export default async function Page({ params }: Props) {
  const federation = await load(params);
  const debates = await listDebatesOfScope(await currentReader(), federation.scope, DEBATES);
  return (
    <FederationPage
      federation={federation}
      debates={<ScopeDebates debates={debates} now={clock.now().getTime()} isMember={federation.isMember} />}
    />
  );
}

import { RunningDebates } from "@/features/debates/components/running-debates.tsx";
import { listRunningDebates } from "@/features/debates/index.ts";
import { PublicHome } from "@/features/home/components/public-home.tsx";
import { clock } from "@/platform/clock.ts";
import { currentReader } from "@/platform/next/current-actor.ts";

export default async function HomePage() {
  const actor = await currentReader();
  const debates = await listRunningDebates(actor, 3);
  return (
    <PublicHome isMember={actor.kind === "member"}>
      <RunningDebates debates={debates} now={clock.now().getTime()} isMember={actor.kind === "member"} />
    </PublicHome>
  );
}

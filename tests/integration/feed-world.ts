import type { Member } from "@/core/actor.ts";
import { getFeed } from "@/features/feed/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";

export const minutesAgo = (minutes: number): Date => new Date(clock.now().getTime() - minutes * 60_000);

/** Everything of a feed, page after page; `each` runs between two pages. */
export async function allOfFeed(
  member: Member,
  filter = "tout",
  each: (page: number) => Promise<unknown> = async () => {},
): Promise<{ id: string; at: number }[]> {
  const all: { id: string; at: number }[] = [];
  let after: string | null = "";
  for (let page = 1; after !== null; page++) {
    const view: Awaited<ReturnType<typeof getFeed>> = await getFeed(member, {
      fil: filter,
      ...(after && { apres: after }),
    });
    all.push(...view.items.map(({ id, at }) => ({ id, at })));
    after = view.next;
    await each(page);
  }
  return all;
}

export const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

/** Two members hold each other as coopains. */
export async function tieInTheDatabase(one: string, other: string): Promise<void> {
  const since = clock.now();
  await db.coopain.createMany({
    data: [
      { memberId: one, otherId: other, since },
      { memberId: other, otherId: one, since },
    ],
  });
}

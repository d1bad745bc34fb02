import type { BadLine } from "./bad-line.ts";
import type { Crowd } from "./load.ts";
import { createMember } from "./member.ts";
import { oneOf } from "./pace.ts";
import { createPageReader } from "./page-reader.ts";
import type { Product } from "./product.ts";
import { createRunState, type Mutant } from "./run-state.ts";
import { type Browser, openScreen, type Screen, type Tab } from "./screen.ts";
import { createStaff } from "./staff.ts";
import { openTalks, type Talks } from "./talks.ts";
import { createWorld, type World } from "./world.ts";

type Site = { origin: string; products: readonly Product[]; badLine: BadLine; random: () => number };

/**
 * Opens the clients of a run, spread over the processes of the product: members, some with a second tab that only
 * reads, and visitors. A few of them come by a line that will go dead.
 */
export async function openCrowd(
  { clients, mutant }: { clients: number; mutant: Mutant | undefined },
  { origin, products, badLine, random }: Site,
): Promise<Crowd & { world: World; talks: Talks; openLater: () => void }> {
  const visitors = Math.max(1, Math.floor(clients / 5));
  const tabs = Math.floor((clients - visitors) / 10);
  const world = await createWorld(clients - visitors - tabs);
  const memberIds = new Set(world.members.map(({ id }) => id));
  const run = createRunState({ origin, debate: world.debate, memberIds, mutant });
  const screens: Screen[] = [];
  const open = (browser: Omit<Browser, "url">, url = products[screens.length % products.length]?.url ?? "") => {
    const screen = openScreen(run, { ...browser, url });
    screens.push(screen);
    return screen;
  };

  const deaf = Math.max(1, Math.floor(clients / 50));
  const members = world.members.map(({ id, cookie }, n) => {
    const browser = { name: `member ${n}`, memberId: id, cookie };
    const screen = n < deaf ? open({ ...browser, socketUrl: badLine.url }, products[0]?.url) : open(browser);
    return createMember(run, id, screen);
  });
  for (const [n, { id, cookie }] of world.members.slice(0, tabs).entries())
    open({ name: `member ${n}, second tab`, memberId: id, cookie });
  for (let n = 0; n < visitors; n++) open({ name: `visitor ${n}`, memberId: null, cookie: "" });
  const talks = await openTalks(run, world.members, { products, random });
  return {
    run,
    members,
    screens,
    get tabs(): readonly Tab[] {
      return [...screens, ...talks.tabs()];
    },
    talkers: talks.talkers,
    talks,
    world,
    badLine,
    random,
    staff: createStaff(run, products, random),
    pages: createPageReader(run, products, random),
    /** A later read: browsers that were never there before, one by each process. */
    openLater() {
      const reader = oneOf(world.members.slice(0, 5), random);
      for (const { url } of products) {
        open({ name: "a later member", memberId: reader?.id ?? null, cookie: reader?.cookie ?? "" }, url);
        open({ name: "a later visitor", memberId: null, cookie: "" }, url);
      }
      talks.openLater();
    },
  };
}

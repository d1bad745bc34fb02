import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { contribute as publish } from "@/features/debates/index.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { startServer } from "./child-server.ts";
import { percentile, rounded } from "./figures.ts";
import { BODY, connect, join, until } from "./sockets.ts";
import { createViewer } from "./viewers.ts";
import { createDebate, createMembers } from "./world.ts";

const MISSED = 60;
const GIVE_UP_MS = 120_000;

/**
 * Everybody's socket falls with the server (kill -9), contributions are published meanwhile, the server comes back and
 * all reconnect at once, as the product's client does: how long until every screen holds the whole log.
 */
export async function benchStorm(args: string[]) {
  const { values } = parseArgs({
    args,
    options: { clients: { type: "string", default: "2000" }, json: { type: "boolean" } },
  });
  const clients = Number(values.clients);
  const members = await createMembers(clients);
  const debate = await createDebate(members, 20);
  const server = await startServer(["--import", "tsx", "tests/bench/product-server.ts"], {});
  const sockets: ReturnType<typeof connect>[] = [];
  try {
    const viewers = members.map(({ cookie }) => createViewer(server, debate.id, { cookie, lastSeq: 20 }));
    const inStep: number[] = [];
    const joined: number[] = [];
    const opening = members.map(({ cookie }, n) => {
      const viewer = viewers[n];
      if (!viewer) return Promise.resolve();
      return new Promise<void>((resolve) => {
        const socket = connect(server, cookie, { reconnection: true });
        sockets.push(socket);
        viewer.listen(socket);
        // Joins, then pulls; an answer that does not come is asked for again.
        const enter = (): void => {
          join(socket, debate.id)
            .then(() => {
              joined.push(performance.now());
              return viewer.pull();
            })
            .then(() => {
              inStep.push(performance.now());
              resolve();
            })
            .catch(() => socket.connected && socket.disconnect().connect());
        };
        socket.on("connect", enter);
        socket.on("disconnect", (reason) => {
          if (reason === "io server disconnect") setTimeout(() => socket.connect(), 1_000);
        });
      });
    });
    await Promise.all(opening);
    console.error(`${clients} screens are in the debate`);

    await server.kill();
    const killed = performance.now();
    inStep.length = joined.length = 0;
    const last = await publishMissed(debate.id, members);
    await server.start();
    const started = performance.now();
    console.error(`the server answers again ${Math.round(started - killed)} ms after it was killed`);
    const deadline = started + GIVE_UP_MS;
    const behind = () => viewers.filter((viewer) => viewer.lastSeq() < last).length;
    while (behind() > 0 && performance.now() < deadline) await until(performance.now() + 20);
    const ended = performance.now();
    const since = (moments: number[], share: number) => rounded(percentile(moments, share) - started, 0);
    return {
      clients,
      missed: MISSED,
      restartMs: rounded(started - killed, 0),
      inStepMs: rounded(ended - started, 0),
      joined: { p50: since(joined, 0.5), p99: since(joined, 0.99) },
      inStep: { p50: since(inStep, 0.5), p99: since(inStep, 0.99) },
      behind: behind(),
    };
  } finally {
    for (const socket of sockets) socket.disconnect();
    await server.stop();
  }
}

/** Published by another process of the site while this one is down; answers the last number. */
async function publishMissed(debateId: string, members: readonly { id: string }[]): Promise<number> {
  singletons.limits = { consume: async () => {} };
  let last = 0;
  for (let n = 0; n < MISSED; n++) {
    const actor = await actorOfMember(members[n % members.length]?.id ?? "");
    const input = { debateId, clientId: randomUUID(), side: "contre", body: BODY } as const;
    const { seq } = await publish({ actor }, input);
    last = Math.max(last, seq);
  }
  return last;
}

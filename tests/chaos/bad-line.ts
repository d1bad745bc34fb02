import { createConnection, createServer, type Socket } from "node:net";

/** A line to a server that can go dead: what passes through it is then answered by nothing, and closed by nobody. */
export type BadLine = {
  url: string;
  /** The connections that are open now fall into a black hole; answers how many. Later ones are good. */
  swallow: () => number;
  close: () => void;
};

/** Opens a line to a port of this machine. */
export async function openBadLine(port: number): Promise<BadLine> {
  const pairs = new Set<[Socket, Socket]>();
  const server = createServer((near) => {
    const far = createConnection({ port, host: "127.0.0.1" });
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    near.pipe(far);
    far.pipe(near);
    for (const [one, other] of [pair, [far, near] as const])
      one.on("error", () => other.destroy()).on("close", () => pairs.delete(pair) && other.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    swallow() {
      const swallowed = pairs.size;
      for (const [near, far] of pairs) {
        near.unpipe(far);
        far.unpipe(near);
        for (const one of [near, far]) one.resume(); // read, and thrown away
      }
      return swallowed;
    },
    close() {
      server.close();
      for (const pair of pairs) for (const one of pair) one.destroy();
    },
  };
}

import { createServer, type Socket } from "node:net";

/** As much of a Redis as the processes of a site need to hear each other, for tests on machines that have none. */
export async function startSmallRedis(wanted = 0) {
  const connections = new Set<Socket>();
  const subscribers = new Map<string, Set<Socket>>();
  let deaf = false;
  const bulk = (value: string | Buffer) =>
    Buffer.concat([Buffer.from(`$${value.length}\r\n`), Buffer.from(value as never), Buffer.from("\r\n")]);
  const list = (...items: Buffer[]) => Buffer.concat([Buffer.from(`*${items.length}\r\n`), ...items]);

  function answer(socket: Socket, [name = Buffer.alloc(0), ...args]: Buffer[]): void {
    switch (name.toString().toUpperCase()) {
      case "SUBSCRIBE":
        for (const [index, channel] of args.entries()) {
          const known = subscribers.get(channel.toString()) ?? new Set();
          subscribers.set(channel.toString(), known.add(socket));
          socket.write(list(bulk("subscribe"), bulk(channel), Buffer.from(`:${index + 1}\r\n`)));
        }
        break;
      case "PUBLISH": {
        const [channel = Buffer.alloc(0), payload = Buffer.alloc(0)] = args;
        const heard = subscribers.get(channel.toString()) ?? new Set();
        for (const one of heard) one.write(list(bulk("message"), bulk(channel), bulk(payload)));
        socket.write(`:${heard.size}\r\n`);
        break;
      }
      case "XREAD": // nothing is ever in a stream here
        setTimeout(() => socket.write("*-1\r\n"), 200).unref();
        break;
      default:
        socket.write("+OK\r\n");
    }
  }

  const server = createServer((socket) => {
    connections.add(socket);
    let pending = Buffer.alloc(0);
    socket.on("data", (chunk) => {
      pending = Buffer.concat([pending, chunk]);
      for (let found = commandIn(pending); found; found = commandIn(pending)) {
        pending = pending.subarray(found.end);
        if (!deaf) answer(socket, found.words);
      }
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      connections.delete(socket);
      for (const heard of subscribers.values()) heard.delete(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(wanted, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;

  return {
    url: `redis://127.0.0.1:${port}`,
    /** It is there and answers nothing. */
    hang(): void {
      deaf = true;
    },
    async stop(): Promise<void> {
      for (const socket of connections) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The first whole command of what came in: an array of bulk strings. */
function commandIn(buffer: Buffer): { words: Buffer[]; end: number } | null {
  let at = 0;
  const number = (): number | null => {
    const end = buffer.indexOf("\r\n", at);
    if (end < 0) return null;
    const value = Number(buffer.subarray(at + 1, end).toString());
    at = end + 2;
    return value;
  };
  const count = number();
  if (count === null) return null;
  const words: Buffer[] = [];
  for (let n = 0; n < count; n++) {
    const size = number();
    if (size === null || buffer.length < at + size + 2) return null;
    words.push(buffer.subarray(at, at + size));
    at += size + 2;
  }
  return { words, end: at };
}

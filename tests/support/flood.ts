import { execFileSync } from "node:child_process";
import { connect } from "node:net";

// Streams as an attacker writes them, by hand: they go on for as long as the server reads, whatever it answered.

const GIGABYTE = 1024 ** 3;
const PIECE = Buffer.alloc(64 * 1024, 0x41);

export type Flooded = { status: number | null; sent: number; ms: number };
type Flood = {
  origin: string;
  path: string;
  /** Of the session, when there is one. */
  cookie?: string;
  /** How its size is told. */
  size: { announced: number } | "chunked";
  /** How much is sent, at most. */
  upTo?: number;
};

/** One stream: what was answered, how much the server took of it, and after how long it was over. */
export function flood({ origin, path, cookie, size, upTo = GIGABYTE }: Flood): Promise<Flooded> {
  const { hostname, port } = new URL(origin);
  const begun = performance.now();
  const socket = connect(Number(port), hostname);
  let [answer, sent] = ["", 0];
  const told = size === "chunked" ? "Transfer-Encoding: chunked" : `Content-Length: ${size.announced}`;
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: ${hostname}:${port}`,
    `Origin: ${origin}`,
    "Accept: application/json",
    "Content-Type: multipart/form-data; boundary=x",
    ...(cookie ? [`Cookie: ${cookie}`] : []),
    told,
    "",
    "",
  ].join("\r\n");
  const piece = size === "chunked" ? Buffer.concat([Buffer.from("10000\r\n"), PIECE, Buffer.from("\r\n")]) : PIECE;
  const pour = () => {
    while (!socket.destroyed && sent < upTo) {
      sent += PIECE.length;
      if (!socket.write(piece)) return;
    }
  };
  return new Promise((resolve) => {
    socket.write(head);
    socket.on("drain", pour);
    socket.on("connect", pour);
    socket.on("data", (chunk) => {
      answer += chunk;
      // What is announced and not sent would keep the connection: the answer is what was waited for.
      if (sent >= upTo && /\r\n\r\n/.test(answer)) socket.destroy();
    });
    socket.on("error", () => {}); // reset: the server hung up on it
    socket.on("close", () => {
      const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1];
      resolve({ status: status ? Number(status) : null, sent, ms: performance.now() - begun });
    });
  });
}

/** The memory of a process now, in bytes. */
export const memoryOf = (pid: number): number =>
  Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) * 1024;

/** Watches the memory of a process and how long a small request waits, while something happens. */
export async function watching<Result>(pid: number, url: string, work: () => Promise<Result>) {
  const before = memoryOf(pid);
  let [peak, slowest, over] = [before, 0, false];
  const watch = (async () => {
    while (!over) {
      const asked = performance.now();
      await (await fetch(url)).text();
      slowest = Math.max(slowest, performance.now() - asked);
      peak = Math.max(peak, memoryOf(pid));
    }
  })();
  const result = await work();
  over = true;
  await watch;
  return { result, growth: peak - before, slowest };
}

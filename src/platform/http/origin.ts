import type { IncomingMessage } from "node:http";

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** Whether two origins are one. On loopback, "localhost" and "127.0.0.1" are the same machine. */
export function sameOrigin(ours: string, theirs: string): boolean {
  if (ours === theirs) return true;
  if (!URL.canParse(theirs)) return false;
  const [a, b] = [new URL(ours), new URL(theirs)];
  return a.protocol === b.protocol && a.port === b.port && LOOPBACK.test(a.hostname) && LOOPBACK.test(b.hostname);
}

const READING = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether a mutation or a socket handshake comes from our own pages: by Origin, else by Sec-Fetch-Site. */
export function comesFromUs(ours: string, request: IncomingMessage, options: { handshake?: boolean } = {}): boolean {
  if (!options.handshake && READING.has(request.method ?? "GET")) return true;
  const { origin } = request.headers;
  if (origin !== undefined) return sameOrigin(ours, origin);
  return request.headers["sec-fetch-site"] === "same-origin";
}

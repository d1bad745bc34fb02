import { createHash } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import { anonymousRequest, CapturedResponse } from "./captured-response.ts";
import { compress, type Encoding, encodingFor } from "./compression.ts";
import { contentSecurityPolicy, inlineScriptHashes } from "./headers.ts";

/** Visitors' pages that may be kept: which URLs, and the tags that make them stale. */
export type KeptPage = { path: RegExp; query: readonly string[]; tags: (match: RegExpExecArray) => string[] };

type Page = {
  bodies: Map<Encoding, Promise<Buffer>>;
  etag: string;
  policy: string;
  preloads: string;
  tags: string[];
  size: number;
};
type Rendering = { page: Promise<Page | null>; tags: string[]; stale: boolean };

/** How long a page may be kept when no fact drops it: its relative dates grow old, and another process may have changed it. */
const KEPT_MS = 30_000;
const KEPT_BYTES = 64 * 1024 * 1024;

/**
 * Whole responses for people without a session, in bounded memory, dropped at once by facts. Each carries the
 * CSP hashes of its own inline scripts, so that no nonce is shared.
 */
export function createKeptPages(
  pages: readonly KeptPage[],
  render: RequestListener,
  options: { host: string; https: boolean; sessionCookie: string; tiles?: string | undefined },
) {
  const kept = new LRUCache<string, Page>({ maxSize: KEPT_BYTES, sizeCalculation: (page) => page.size, ttl: KEPT_MS });
  const rendering = new Map<string, Rendering>();

  /** The key and tags of a request that a kept page may answer, else null. */
  function keptKey(request: IncomingMessage): { key: string; tags: string[] } | null {
    if (request.method !== "GET" && request.method !== "HEAD") return null;
    const { headers } = request;
    if (headers.rsc || headers["next-router-state-tree"] || headers["next-action"]) return null;
    if (headers.cookie?.includes(`${options.sessionCookie}=`)) return null;
    const [path = "/", search = ""] = (request.url ?? "/").split("?");
    for (const page of pages) {
      const match = page.path.exec(path);
      if (!match) continue;
      const parameters = new URLSearchParams(search);
      if ([...parameters.keys()].some((name) => !page.query.includes(name))) return null;
      parameters.sort();
      return { key: parameters.size > 0 ? `${path}?${parameters}` : path, tags: page.tags(match) };
    }
    return null;
  }

  async function renderPage(url: string, tags: string[]): Promise<Page | null> {
    const request = anonymousRequest(url, options.host);
    const response = new CapturedResponse(request);
    render(request, response);
    const body = await response.done;
    const isPage = response.statusCode === 200 && String(response.getHeader("content-type")).startsWith("text/html");
    if (!isPage || response.hasHeader("set-cookie")) return null;
    const html = body.toString("utf8");
    return {
      bodies: new Map([["identity", Promise.resolve(body)]]),
      etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
      policy: contentSecurityPolicy(inlineScriptHashes(html), { https: options.https, tiles: options.tiles }),
      preloads: String(response.getHeader("link") ?? ""), // fonts, asked for before the page is read
      tags,
      size: body.length * 2,
    };
  }

  /** One rendering at a time for each URL; what a fact made stale meanwhile is served to those who waited, and not kept. */
  function pageOf(key: string, tags: string[]): Promise<Page | null> {
    const known = kept.get(key);
    if (known) return Promise.resolve(known);
    const running = rendering.get(key);
    if (running && !running.stale) return running.page;
    const current: Rendering = { tags, stale: false, page: renderPage(key, tags) };
    rendering.set(key, current);
    const settle = (page: Page | null) => {
      if (rendering.get(key) === current) rendering.delete(key);
      if (page && !current.stale) kept.set(key, page);
    };
    current.page.then(settle, () => settle(null));
    return current.page;
  }

  return {
    /** Answers from a kept page; false when the request is not one for it. */
    async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
      const wanted = keptKey(request);
      if (!wanted) return false;
      const page = await pageOf(wanted.key, wanted.tags).catch(() => null);
      if (!page) return false;
      await send(request, response, page);
      return true;
    },
    /** Drops what these tags made stale, a rendering under way included. */
    drop(tags: readonly string[]): void {
      if (tags.length === 0) return;
      const touched = (page: { tags: string[] }) => page.tags.some((tag) => tags.includes(tag));
      for (const [key, page] of kept.entries()) if (touched(page)) kept.delete(key);
      for (const current of rendering.values()) if (touched(current)) current.stale = true;
    },
    /** Drops everything: what other processes said may have been missed. */
    clear(): void {
      kept.clear();
      for (const current of rendering.values()) current.stale = true;
    },
  };
}

async function send(request: IncomingMessage, response: ServerResponse, page: Page): Promise<void> {
  const encoding = encodingFor(request.headers["accept-encoding"]);
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Cache-Control", "private, no-cache");
  response.setHeader("Vary", "Accept-Encoding, Cookie, RSC");
  response.setHeader("ETag", page.etag);
  response.setHeader("Content-Security-Policy", page.policy);
  if (page.preloads) response.setHeader("Link", page.preloads);
  if (request.headers["if-none-match"] === page.etag) {
    response.writeHead(304).end();
    return;
  }
  let body = page.bodies.get(encoding);
  if (!body) {
    const identity = (await page.bodies.get("identity")) ?? Buffer.alloc(0);
    body = compress[encoding](identity);
    page.bodies.set(encoding, body);
  }
  const bytes = await body;
  if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
  response.setHeader("Content-Length", bytes.length);
  response.writeHead(200).end(request.method === "HEAD" ? undefined : bytes);
}

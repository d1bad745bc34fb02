import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createKeptPages } from "@/platform/http/kept-pages.ts";

const COOKIE = "coopol-session";

describe("visitors' pages kept in memory", () => {
  let renders: string[];
  let text: string;
  let hold: Promise<void> | undefined;
  let server: Server;
  let origin: string;
  let kept: ReturnType<typeof createKeptPages>;

  beforeEach(async () => {
    renders = [];
    text = "un";
    hold = undefined;
    kept = createKeptPages(
      [{ path: /^\/debats\/(\w+)$/, query: ["pour"], tags: ([, id]) => [`debate:${id}`] }],
      async (request, response) => {
        renders.push(request.url ?? "");
        const rendered = text;
        await hold;
        response.setHeader("content-type", "text/html");
        response.write(`<script>said("${rendered}")</script>`);
        response.end("<p>");
      },
      { host: "localhost", https: false, sessionCookie: COOKIE },
    );
    server = createServer(async (request, response) => {
      if (!(await kept.answer(request, response))) response.end("not kept");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(origin + path, { headers: { "accept-encoding": "identity", ...headers } });
    return { text: await response.text(), headers: response.headers, status: response.status };
  };

  it("renders a page once for many visitors", async () => {
    const pages = await Promise.all(Array.from({ length: 10 }, () => get("/debats/a")));
    expect(new Set(pages.map((page) => page.text))).toEqual(new Set(['<script>said("un")</script><p>']));
    expect(renders).toEqual(["/debats/a"]);
  });

  it("drops a page at once when a fact makes it stale, and only that one", async () => {
    await Promise.all([get("/debats/a"), get("/debats/b")]);
    text = "deux";
    kept.drop(["debate:a"]);
    expect((await get("/debats/a")).text).toContain("deux");
    expect((await get("/debats/b")).text).toContain("un");
  });

  it("does not keep a rendering that a fact made stale while it ran", async () => {
    let release = () => {};
    hold = new Promise((resolve) => {
      release = resolve;
    });
    const early = get("/debats/a");
    await expect.poll(() => renders.length).toBe(1);
    kept.drop(["debate:a"]);
    text = "deux";
    hold = undefined;
    const late = get("/debats/a");
    release();
    expect((await early).text).toContain("un");
    expect((await late).text).toContain("deux");
    expect((await get("/debats/a")).text).toContain("deux");
  });

  it("never answers somebody with a session, a client navigation, an unknown parameter or another method", async () => {
    expect((await get("/debats/a", { cookie: `x=1; ${COOKIE}=abc` })).text).toBe("not kept");
    expect((await get("/debats/a", { rsc: "1" })).text).toBe("not kept");
    expect((await get("/debats/a?utm=1")).text).toBe("not kept");
    expect((await get("/compte")).text).toBe("not kept");
    expect(renders).toEqual([]);
  });

  it("does not pass one visitor's cookies or headers on to the page of all", async () => {
    await get("/debats/a?pour=3", { cookie: "other=1", "x-evil": "1" });
    expect(renders).toEqual(["/debats/a?pour=3"]);
  });

  it("carries the hashes of its own scripts, compresses, and answers 304", async () => {
    const page = await get("/debats/a");
    expect(page.headers.get("content-security-policy")).toMatch(/script-src 'self' 'sha256-/);
    const zipped = await get("/debats/a", { "accept-encoding": "br" });
    expect(zipped.headers.get("content-encoding")).toBe("br");
    expect(zipped.text).toBe(page.text);
    expect((await get("/debats/a", { "if-none-match": page.headers.get("etag") ?? "" })).status).toBe(304);
  });
});

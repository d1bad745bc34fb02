import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { addressReader, networkOf } from "@/platform/http/address.ts";
import { apiPolicy, contentSecurityPolicy, inlineScriptHashes, sha256Source } from "@/platform/http/headers.ts";
import { comesFromUs } from "@/platform/http/origin.ts";
import { isReadable, refusalOf } from "@/platform/http/refusals.ts";

const request = (headers: Record<string, string>, method = "POST", remoteAddress = "203.0.113.9") =>
  ({ headers, method, socket: { remoteAddress } }) as unknown as IncomingMessage;

describe("where a mutation comes from", () => {
  const ours = "https://coopol.example.org";

  it.each([
    ["our own origin", { origin: ours }, true],
    ["another site", { origin: "https://evil.example" }, false],
    ["a subdomain", { origin: "https://x.coopol.example.org" }, false],
    ["our name on http", { origin: "http://coopol.example.org" }, false],
    ["another port", { origin: "https://coopol.example.org:444" }, false],
    ["a sandboxed page", { origin: "null" }, false],
    ["no origin and nothing else", {}, false],
    ["no origin, same-origin fetch", { "sec-fetch-site": "same-origin" }, true],
    ["no origin, cross-site fetch", { "sec-fetch-site": "cross-site" }, false],
    ["no origin, same site but not same origin", { "sec-fetch-site": "same-site" }, false],
  ])("judges %s", (_, headers, expected) => {
    expect(comesFromUs(ours, request(headers as Record<string, string>))).toBe(expected);
  });

  it("lets anyone read", () => {
    expect(comesFromUs(ours, request({ origin: "https://evil.example" }, "GET"))).toBe(true);
  });

  it("judges a socket's handshake though it is a GET", () => {
    expect(comesFromUs(ours, request({ origin: "https://evil.example" }, "GET"), { handshake: true })).toBe(false);
    expect(comesFromUs(ours, request({}, "GET"), { handshake: true })).toBe(false);
  });

  it("takes the names of loopback for one machine, and only there", () => {
    expect(comesFromUs("http://localhost:3000", request({ origin: "http://127.0.0.1:3000" }))).toBe(true);
    expect(comesFromUs("http://localhost:3000", request({ origin: "http://127.0.0.1:3001" }))).toBe(false);
    expect(comesFromUs("http://localhost:3000", request({ origin: "http://127.0.0.1.evil.example:3000" }))).toBe(false);
  });
});

describe("the one door for mail programs", () => {
  const ours = "https://coopol.example.org";
  const form = { "content-type": "application/x-www-form-urlencoded", "content-length": "26" };
  const token = "0123456789ab".padEnd(38, "c");
  const asked = (url: string, headers: Record<string, string> = form, method = "POST") =>
    refusalOf(ours, { ...request(headers, method), url } as IncomingMessage)?.status ?? null;

  it("takes a form from nowhere, of either kind", () => {
    expect(asked(`/api/desabonnement/${token}`)).toBeNull();
    const multipart = { ...form, "content-type": "multipart/form-data; boundary=x" };
    expect(asked(`/api/desabonnement/${token}`, multipart)).toBeNull();
    expect(asked(`/api/desabonnement/${token}`, { ...form, origin: "https://mail.example" })).toBeNull();
  });

  it.each([
    ["another path", "/api/notifications/lu"],
    ["the page of the same link", `/desabonnement/${token}`],
    ["a path below it", `/api/desabonnement/${token}/x`],
    ["a path that only looks like it", `/api/x/../desabonnement/${token}`],
    ["a query", `/api/desabonnement/${token}?x=1`],
    ["a shorter token", `/api/desabonnement/${token.slice(1)}`],
    ["another case", `/API/desabonnement/${token}`],
    ["an escaped sign", `/api/desabonnement/%30${token.slice(1)}`],
    ["an address with a host", `https://coopol.example.org/api/desabonnement/${token}`],
  ])("is no way in through %s", (_, url) => {
    expect(asked(url)).toBe(403);
  });

  it("takes nothing but a small form, by POST", () => {
    const url = `/api/desabonnement/${token}`;
    expect(asked(url, { ...form, "content-type": "application/json" })).toBe(403);
    expect(asked(url, { ...form, "content-type": "text/plain" })).toBe(403);
    for (const method of ["PUT", "DELETE", "PATCH"]) expect(asked(url, form, method), method).toBe(403);
    expect(asked(url, { ...form, "content-length": "9999999" })).toBe(413);
    const { "content-length": _, ...unsaid } = form;
    expect(asked(url, { ...unsaid, "transfer-encoding": "chunked" })).toBe(411);
  });
});

describe("whose address limits count by", () => {
  it("believes nobody's X-Forwarded-For without trusted proxies", () => {
    expect(addressReader([])(request({ "x-forwarded-for": "198.51.100.7" }))).toBe("203.0.113.9");
  });

  it("believes a trusted proxy, and what the proxies before it added", () => {
    const read = addressReader(["203.0.113.0/24", "192.0.2.1"]);
    expect(read(request({ "x-forwarded-for": "198.51.100.7" }))).toBe("198.51.100.7");
    expect(read(request({ "x-forwarded-for": "10.9.9.9, 198.51.100.7, 192.0.2.1" }))).toBe("198.51.100.7");
  });

  it("ignores what is not an address", () => {
    expect(addressReader(["203.0.113.9"])(request({ "x-forwarded-for": "'; drop table" }))).toBe("203.0.113.9");
  });

  it("counts a v6 subscriber by the /64, and a mapped v4 address as v4", () => {
    expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
    expect(networkOf("2001:db8::1")).toBe("2001:db8:0:0::/64");
    expect(addressReader([])(request({}, "GET", "::ffff:203.0.113.9"))).toBe("203.0.113.9");
  });
});

describe("the content security policy", () => {
  it("never allows inline scripts at large, nor another site", () => {
    const policy = contentSecurityPolicy(["'nonce-x'"]);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).not.toMatch(/https?:|\*/);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it("lets pictures of a map come from the one server that was chosen", () => {
    const policy = contentSecurityPolicy([], { tiles: "https://tiles.example.org/{z}/{x}/{y}.png" });
    expect(policy).toContain("img-src 'self' data: blob: https://tiles.example.org;");
    expect(policy.match(/https:/g)).toHaveLength(1);
  });

  it("hashes each inline script of a kept page, and leaves files alone", () => {
    const html = `<script src="/a.js" async=""></script><script>let a = 1</script><script id="x">b()</script>`;
    expect(inlineScriptHashes(html)).toEqual([sha256Source("let a = 1"), sha256Source("b()")]);
  });
});

describe("what is refused before a page is asked", () => {
  const ours = "https://coopol.example.org";
  const form = "multipart/form-data; boundary=x";
  const post = (headers: Record<string, string>) =>
    refusalOf(ours, request({ origin: ours, "content-type": form, ...headers }))?.status;

  it("is another origin, too much, or a size that is not said", () => {
    expect(refusalOf(ours, request({ origin: "https://evil.example" }))?.status).toBe(403);
    expect(post({ "content-length": String(1024 * 1024 + 1) })).toBe(413);
    expect(post({ "transfer-encoding": "chunked" })).toBe(411);
    expect(post({ "content-length": "2000" })).toBeUndefined();
  });

  it("lets what is no page do nothing when it is opened by itself", () => {
    expect(apiPolicy).toMatch(/default-src 'none'/);
    expect(apiPolicy.split("; ")).toContain("sandbox");
  });

  it("lets uploads weigh more, at their own doors", () => {
    const sent = (url: string, bytes: number) =>
      refusalOf(ours, { ...request({ origin: ours, "content-length": String(bytes) }), url } as IncomingMessage)
        ?.status;
    expect(sent("/api/debats/0123456789ab/couverture", 6_000_000)).toBeUndefined();
    expect(sent("/api/debats/0123456789ab/couverture", 26_000_000)).toBe(413);
    for (const url of [
      "/api/evenements/0123456789ab/couverture",
      "/api/terrain/0123456789ab/photos",
      "/api/groupes/0123456789ab/couverture",
      "/api/publications/photos",
      "/api/messages/photos",
    ])
      expect([sent(url, 6_000_000), sent(url, 26_000_000)]).toEqual([undefined, 413]);
    for (const url of ["/api/groupes/0123456789ab/fichiers", "/api/messages/fichiers"])
      expect([sent(url, 26_000_000), sent(url, 27_000_000)]).toEqual([undefined, 413]);
    expect(sent("/api/messages/envoyer", 2_000_000)).toBe(413);
    expect([
      sent("/api/publications/videos", 104_857_600),
      sent("/api/publications/videos", 105_000_000),
      sent("/api/publications/videos/0123456789ab", 2_000_000),
    ]).toEqual([undefined, 413, 413]);
    for (const url of [
      "/api/debats/voter",
      "/api/debats/0123456789ab/couverture/x",
      "/x?/api/debats/0123456789ab/couverture",
    ])
      expect(sent(url, 6_000_000)).toBe(413);
  });

  it("is what no form of ours sends to a page", () => {
    for (const type of ["application/json", "text/plain;charset=UTF-8", "multipart/form-data", ""])
      expect(post({ "content-type": type })).toBe(415);
    expect(post({ "content-type": "application/x-www-form-urlencoded" })).toBeUndefined();
  });

  it("takes an address that cannot be read for one that leads nowhere", () => {
    expect(isReadable("/%E0%A4%A")).toBe(false);
    expect(isReadable("/%")).toBe(false);
    expect(isReadable("/debats/x?y=%")).toBe(true);
  });
});

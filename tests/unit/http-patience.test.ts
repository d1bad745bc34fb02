import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { Readable } from "node:stream";
import { afterEach, describe, expect, it } from "vitest";
import { clearBrowserOnLeaving } from "@/platform/http/leaving.ts";
import { createPatientServer } from "@/platform/http/patient-server.ts";
import { readUpload } from "@/platform/upload.ts";

let server: Server;
const listen = async (made: Server) => {
  server = made;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
};
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends this, then a byte now and then until it is hung up on; answers what came back and after how long. */
function dripping(port: number, head: string) {
  const [begun, socket] = [performance.now(), connect(port, "127.0.0.1")];
  let answer = "";
  const drip = setInterval(() => socket.write("x"), 30);
  socket.write(head);
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  socket.on("error", () => {});
  return new Promise<{ answer: string; ms: number }>((resolve) =>
    socket.once("close", () => {
      clearInterval(drip);
      resolve({ answer, ms: performance.now() - begun });
    }),
  );
}

const post = (more: string) => `POST /api/debats/0123456789ab/couverture HTTP/1.1\r\nHost: x\r\n${more}\r\n`;

describe("whoever sends drop by drop", () => {
  const impatient = () => createPatientServer({ headers: 200, wholeRequest: 400, longUpload: 60_000, lookEvery: 50 });

  it.each([
    ["a body", post("Content-Length: 5000000\r\n")],
    ["a body in pieces", post("Transfer-Encoding: chunked\r\n")],
    ["headers", "POST /api HTTP/1.1\r\nHost: x\r\nX-Long: "],
  ])("is hung up on in the middle of %s, and what was read is let go", async (_, head) => {
    let failure: unknown = "headers never ended";
    const made = impatient().on("request", (request, response) => {
      readUpload(Readable.toWeb(request) as ReadableStream<Uint8Array>, 5_000_000).then(
        () => response.end("read"),
        (error: unknown) => {
          failure = error;
        },
      );
    });
    const { answer, ms } = await dripping(await listen(made), head);
    expect(answer).not.toContain("200 OK");
    expect(ms).toBeLessThan(15_000);
    expect(failure).toBeTruthy();
    await expect.poll(() => new Promise((resolve) => made.getConnections((_error, count) => resolve(count)))).toBe(0);
  });

  it("does not disturb others, who are answered meanwhile", async () => {
    const port = await listen(impatient().on("request", (_, response) => response.end("ok")));
    const slow = Array.from({ length: 20 }, () => dripping(port, "POST /api HTTP/1.1\r\nHost: x\r\nX-Long: "));
    const response = await fetch(`http://127.0.0.1:${port}/`);
    expect(await response.text()).toBe("ok");
    await Promise.all(slow);
  });

  it("is waited for at the doors of large files, until they have answered", async () => {
    let answered = false;
    const begun = performance.now();
    const made = impatient().on("request", (request, response) => {
      request.once("data", () => {
        const wait = 1_000 - (performance.now() - begun);
        setTimeout(() => {
          answered = true;
          response.writeHead(422).end();
        }, wait);
      });
    });
    const video = "POST /api/publications/videos HTTP/1.1\r\nHost: x\r\nContent-Length: 90000000\r\n\r\n";
    const { answer, ms } = await dripping(await listen(made), video);
    expect([answered, answer.startsWith("HTTP/1.1 422")]).toEqual([true, true]);
    expect(ms).toBeGreaterThan(1_200);
    expect(ms).toBeLessThan(15_000);
  });

  it("has a quarter of an hour in the product, and twenty seconds for headers", () => {
    server = createPatientServer();
    expect([server.requestTimeout, server.headersTimeout]).toEqual([900_000, 20_000]);
  });
});

describe("leaving", () => {
  const answering = (cookie: string | string[] | null) =>
    listen(
      createServer((_, response) => {
        clearBrowserOnLeaving(response, "coopol-session");
        if (cookie) response.setHeader("Set-Cookie", cookie);
        response.end("ok");
      }),
    );
  const cleared = async (port: number) => (await fetch(`http://127.0.0.1:${port}/`)).headers.get("clear-site-data");

  it("empties the browser of drafts and pictures together with the session’s cookie", async () => {
    const gone = "coopol-session=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; HttpOnly";
    expect(await cleared(await answering(["other=1", gone]))).toBe('"cache", "storage"');
  });

  it.each([
    ["no cookie", null],
    ["signing in", "coopol-session=abc; Path=/"],
    ["another cookie", "coopol-code=; Max-Age=0"],
  ])("does not after %s", async (_, cookie) => {
    expect(await cleared(await answering(cookie))).toBeNull();
  });
});

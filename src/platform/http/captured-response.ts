import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";

/** A response written into memory, so that one rendering can answer many requests. */
export class CapturedResponse extends ServerResponse {
  private readonly chunks: Buffer[] = [];
  /** Settles when the page has been written to its end. */
  readonly done: Promise<Buffer>;
  private finish: (body: Buffer) => void = () => {};
  private over = false;

  constructor(request: IncomingMessage) {
    super(request);
    // Nothing goes to a socket: what Node would read off one is answered here.
    Object.defineProperty(this, "writableFinished", { get: () => this.over });
    this.done = new Promise((resolve) => {
      this.finish = resolve;
    });
  }

  override write(chunk: unknown, encoding?: unknown, callback?: unknown): boolean {
    this.keep(chunk, encoding);
    const written = typeof encoding === "function" ? encoding : callback;
    if (typeof written === "function") queueMicrotask(() => written());
    return true;
  }

  override end(chunk?: unknown, encoding?: unknown, callback?: unknown): this {
    if (this.over) return this;
    this.over = true;
    if (chunk !== undefined && chunk !== null && typeof chunk !== "function") this.keep(chunk, encoding);
    const ended = [chunk, encoding, callback].find((argument) => typeof argument === "function") as
      | (() => void)
      | undefined;
    this.finish(Buffer.concat(this.chunks));
    queueMicrotask(() => {
      this.emit("finish");
      this.emit("close");
      ended?.();
    });
    return this;
  }

  override flushHeaders(): void {}

  private keep(chunk: unknown, encoding: unknown): void {
    if (typeof chunk === "string")
      this.chunks.push(Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8"));
    else if (chunk instanceof Uint8Array) this.chunks.push(Buffer.from(chunk));
  }
}

/** A GET request for `url` that comes from nobody: no cookie, no address. */
export function anonymousRequest(url: string, host: string): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.method = "GET";
  request.url = url;
  request.headers = { host, accept: "text/html", "accept-encoding": "identity", "user-agent": "coopol" };
  request.push(null);
  return request;
}

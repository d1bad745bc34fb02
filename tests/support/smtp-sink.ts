import { createServer, type Socket } from "node:net";

/** Where a mail server can be made to fail: at the greeting, at each command, after the message's last byte. */
export type Stage = "greeting" | "MAIL" | "RCPT" | "DATA" | "end";
/** What it answers there: a line, nothing for ever, the end of the connection, or its usual line after a while. */
export type Answer = { line: string } | "hang" | "die" | { afterMs: number };

export type Received = { to: string; raw: string };

/** A mail server on loopback that keeps what it was given: what it took whole counts as arrived, whatever it answers then. */
export type SmtpSink = {
  port: number;
  received: Received[];
  /** Its next answers at a stage, one after the other; then the usual ones. */
  next: Partial<Record<Stage, Answer[]>>;
  /** How many connections were ever opened. */
  connections: () => number;
  /** Ends what is open, without a word. */
  drop: () => void;
  close: () => Promise<void>;
};

const USUAL: Record<Stage, string> = {
  greeting: "220 sink",
  MAIL: "250 ok",
  RCPT: "250 ok",
  DATA: "354 go on",
  end: "250 taken",
};

export async function openSmtpSink(port = 0): Promise<SmtpSink> {
  const sockets = new Set<Socket>();
  let opened = 0;
  const sink: SmtpSink = {
    port,
    received: [],
    next: {},
    connections: () => opened,
    drop: () => {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        sink.drop();
      }),
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    opened++;
    socket.setNoDelay(true);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    converse(socket, sink);
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  const bound = server.address();
  sink.port = typeof bound === "object" && bound ? bound.port : port;
  return sink;
}

function converse(socket: Socket, sink: SmtpSink): void {
  let to = "";
  let message: string | null = null; // while one is given
  let rest = "";
  const answer = (stage: Stage) => {
    const said = sink.next[stage]?.shift();
    if (said === "hang") return false;
    if (said === "die") {
      socket.resetAndDestroy();
      return false;
    }
    if (said && "afterMs" in said) setTimeout(() => socket.write(`${USUAL[stage]}\r\n`), said.afterMs);
    else socket.write(`${said ? said.line : USUAL[stage]}\r\n`);
    return !said || "afterMs" in said || said.line.startsWith(USUAL[stage].slice(0, 1));
  };
  const command = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "EHLO") socket.write("250-sink\r\n250 8BITMIME\r\n");
    else if (verb === "MAIL") answer("MAIL");
    else if (verb === "RCPT") {
      to = /<([^>]*)>/.exec(line)?.[1] ?? "";
      answer("RCPT");
    } else if (verb === "DATA") message = answer("DATA") ? "" : null;
    else if (verb === "QUIT") socket.end("221 bye\r\n");
    else socket.write("250 ok\r\n");
  };
  socket.on("data", (chunk) => {
    rest += chunk.toString("utf8");
    for (;;) {
      if (message !== null) {
        const whole = `${message}${rest}`;
        const end = whole.indexOf("\r\n.\r\n");
        if (end < 0) {
          [message, rest] = [whole, ""];
          return;
        }
        sink.received.push({ to, raw: whole.slice(0, end).replace(/\r\n\.\./g, "\r\n.") });
        [message, rest] = [null, whole.slice(end + 5)];
        answer("end");
        continue;
      }
      const at = rest.indexOf("\r\n");
      if (at < 0) return;
      const line = rest.slice(0, at);
      rest = rest.slice(at + 2);
      command(line);
    }
  });
  answer("greeting");
}

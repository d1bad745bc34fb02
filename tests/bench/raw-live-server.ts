import { createServer } from "node:http";
import { Server } from "socket.io";

// Socket.io and nothing else: what a member sends goes to every screen of its room, in the product's own payload.
type Entry = { message?: object };
const sample = JSON.parse(process.env.SAMPLE_FRAME ?? "{}") as { data: { entries: Entry[] } };
const [entry] = sample.data?.entries ?? [];
/** The product's own entry, with other words. */
const saying = (body: string) =>
  entry?.message ? { ...entry, message: { ...entry.message, body } } : { ...entry, body };
const server = createServer((_, response) => response.end("ok"));
const io = new Server(server, {
  path: "/live",
  transports: ["websocket"],
  serveClient: false,
  perMessageDeflate: false,
});
io.on("connection", (socket) => {
  socket.on("join", async ({ id }, acknowledge) => {
    await socket.join(id);
    acknowledge({ value: {} });
  });
  socket.on("call", ({ input }, acknowledge) => {
    acknowledge({ value: {} });
    io.to(input.debateId ?? input.conversationId).emit("frame", {
      ...sample,
      data: { ...sample.data, entries: [saying(input.body)] },
    });
  });
});
server.listen(Number(process.env.PORT), "127.0.0.1");
process.once("SIGTERM", () => process.exit(0));

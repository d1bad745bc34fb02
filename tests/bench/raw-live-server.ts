import { createServer } from "node:http";
import { Server } from "socket.io";

// Socket.io and nothing else: what a member sends goes to every screen, in the product's own payload.
const sample = JSON.parse(process.env.SAMPLE_FRAME ?? "{}") as { data: { entries: object[] } };
const server = createServer((_, response) => response.end("ok"));
const io = new Server(server, {
  path: "/live",
  transports: ["websocket"],
  serveClient: false,
  perMessageDeflate: false,
});
io.on("connection", (socket) => {
  socket.on("join", async (_, acknowledge) => {
    await socket.join("debate");
    acknowledge({ value: {} });
  });
  socket.on("call", ({ input }, acknowledge) => {
    acknowledge({ value: {} });
    io.to("debate").emit("frame", {
      ...sample,
      data: { ...sample.data, entries: [{ ...sample.data.entries[0], body: input.body }] },
    });
  });
});
server.listen(Number(process.env.PORT), "127.0.0.1");
process.once("SIGTERM", () => process.exit(0));

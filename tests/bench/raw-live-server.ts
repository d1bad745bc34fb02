import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { Pool } from "pg";
import { Server } from "socket.io";

// Socket.io and nothing else: what a member sends goes to every screen of its room, in the product's own payload. With
// STORES, each is first one row of a table like the product's, committed: what no messenger that loses nothing is spared.
type Entry = { message?: object };
const sample = JSON.parse(process.env.SAMPLE_FRAME ?? "{}") as { data: { entries: Entry[] } };
const [entry] = sample.data?.entries ?? [];
/** The product's own entry, with other words. */
const saying = (body: string) =>
  entry?.message ? { ...entry, message: { ...entry.message, body } } : { ...entry, body };
const pool = process.env.STORES ? new Pool({ connectionString: process.env.DATABASE_URL, max: 10 }) : null;
let seq = 0;
const store = async (conversationId: string, body: string) =>
  pool?.query({
    name: "store",
    text: `insert into message_raw (id, conversation_id, seq, body, client_id, created_at) values ($1, $2, $3, $4, $5, now())`,
    values: [randomUUID(), conversationId, ++seq, body, randomUUID()],
  });
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
  socket.on("call", async ({ input }, acknowledge) => {
    await store(input.conversationId, input.body);
    acknowledge({ value: {} });
    io.to(input.debateId ?? input.conversationId).emit("frame", {
      ...sample,
      data: { ...sample.data, entries: [saying(input.body)] },
    });
  });
});
server.listen(Number(process.env.PORT), "127.0.0.1");
process.once("SIGTERM", () => process.exit(0));

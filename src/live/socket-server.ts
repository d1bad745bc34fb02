import type { Server as HttpServer, IncomingMessage } from "node:http";
import { Server } from "socket.io";

/** Socket.io on `/live`, over WebSocket alone: no sticky sessions. */
export function openSocketServer(server: HttpServer, mayConnect: (request: IncomingMessage) => boolean): Server {
  return new Server(server, {
    path: "/live",
    transports: ["websocket"],
    serveClient: false,
    perMessageDeflate: false, // 4 × the CPU and 5 × the memory at 2,000 sockets
    maxHttpBufferSize: 64 * 1024,
    destroyUpgrade: false, // other upgrades belong to Next
    connectTimeout: 10_000,
    pingInterval: 15_000, // a line that went dead is noticed within 25 s, by both ends
    pingTimeout: 10_000,
    allowRequest: (request, decide) => decide(null, mayConnect(request)),
  });
}

import { createServer } from "node:net";

/** Whether nothing listens on this port of 127.0.0.1 or of [::1] (`localhost` may mean either). */
export async function isFree(port) {
  return (await canListen(port, "127.0.0.1")) && (await canListen(port, "::1"));
}

function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 has nothing on ::1 either.
    server.once("error", (error) => resolve(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT"));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A port that the system gives: free now on 127.0.0.1. */
export function anyPort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port: 0, host: "127.0.0.1" }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The wanted port, or the first free one after it. */
export async function nextFreePort(wanted) {
  for (let port = wanted; port < wanted + 200 && port < 65536; port += 1) if (await isFree(port)) return port;
  return anyPort();
}

// Loaded before the server (node --import): a start script that is killed outright cannot end its server, so the server
// ends by itself, and with it the embedded database that nobody else uses.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

if (process.connected) {
  process.once("disconnect", () => {
    const folder = process.env.COOPOL_CLUSTER;
    process.once("exit", () => {
      if (!folder) return;
      const sweeper = fileURLToPath(new URL("./sweep.mjs", import.meta.url));
      spawn(process.execPath, [sweeper, folder], { detached: true, stdio: "ignore" }).unref();
    });
    process.kill(process.pid, "SIGTERM");
  });
  process.channel?.unref();
}

import { buildIfStale, generateIfStale } from "./build.mjs";
import { migrateOnce } from "./database.mjs";
import { CLUSTER, notePort, openDemo } from "./demo.mjs";
import { isFree, nextFreePort } from "./ports.mjs";
import { isPostmasterOf, openCluster, users } from "./postgres.mjs";
import { waitUntil } from "./processes.mjs";
import { say } from "./run.mjs";
import { demoAccounts, loadTerritoryOnce } from "./seeding.mjs";

const NEEDED = {
  AUTH_SECRET: "32 caractères ou plus : signe les cookies et les codes (openssl rand -base64 48)",
  APP_ORIGIN: "l’adresse que l’on tape, par exemple https://coopol.example.org",
  SMTP_URL: "le serveur de courrier, par exemple smtps://nom:motdepasse@mail.example.org",
  MAIL_FROM: "l’expéditeur, par exemple La Coopol <ne-pas-repondre@example.org>",
};

/** Ends here when DATABASE_URL is set and what a real server needs is not. Names all that is missing. */
export function refuseIncompleteEnvironment() {
  if (!process.env.DATABASE_URL) return;
  const missing = Object.keys(NEEDED).filter((name) => !process.env[name]);
  if (missing.length === 0) return;
  console.error("La Coopol ne démarre pas : DATABASE_URL est renseignée, il manque (voir .env.example) :");
  for (const name of missing) console.error(`  ${name} : ${NEEDED[name]}`);
  process.exit(78);
}

/** Prepares the code, the port and the database, runs the server, and puts everything away. Answers the exit code. */
export async function launch({ development = false } = {}) {
  await generateIfStale();
  if (!development) await buildIfStale();
  const wanted = Number(process.env.PORT || 3000);
  // A run of this checkout that is just being stopped: its port comes back in a moment.
  if (users(CLUSTER).length > 0) await waitUntil(() => isFree(wanted), 2_500);
  const port = await nextFreePort(wanted);
  if (port !== wanted) say(`Le port ${wanted} est pris : La Coopol prend le port ${port}.`);

  const { env, cluster } = process.env.DATABASE_URL ? await openConfigured(port) : await openDemo({ port });
  const guard = cluster && keepAlive(cluster);
  try {
    const { serve } = await import("./serve.mjs");
    const mode = development ? "development" : "production";
    return await serve({ ...env, NODE_ENV: mode }, { onReady: () => welcome(env, port, cluster) });
  } finally {
    guard?.stop();
    await cluster?.release();
  }
}

async function openConfigured(port) {
  const env = { ...process.env, PORT: String(port), COOPOL_DEMO: "0" };
  await migrateOnce(env.DATABASE_URL);
  await loadTerritoryOnce(env);
  return { env };
}

/** Starts the embedded Postgres again, on the same port, when it has been killed. */
function keepAlive(cluster) {
  let busy = false;
  const timer = setInterval(async () => {
    if (busy || isPostmasterOf(cluster.folder)) return;
    busy = true;
    say("La base s’est arrêtée : redémarrage.");
    await openCluster(CLUSTER, { port: cluster.port }).catch((error) => say(error.message));
    busy = false;
  }, 1_000);
  return { stop: () => clearInterval(timer) };
}

function welcome(env, port, cluster) {
  const address = cluster ? `http://localhost:${port}` : env.APP_ORIGIN;
  console.log(`\n  La Coopol est ouverte : ${address}`);
  if (!cluster) return;
  notePort(port);
  const accounts = demoAccounts();
  if (accounts.length > 0) {
    console.log("\n  Comptes de la démonstration (ou « Entrer comme… » sur la page de connexion) :");
    const width = Math.max(...accounts.map(({ email }) => email.length));
    for (const { email, password, name, role, description } of accounts) {
      console.log(`    ${email.padEnd(width)}  ${password}  ${name}, ${description ?? role}`);
    }
  }
  console.log(`\n  Courrier de la démonstration : ${address}/demo/courrier\n  Ctrl-C pour arrêter.\n`);
}

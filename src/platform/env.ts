import { z } from "zod";

const LOOPBACK = new Set(["127.0.0.1", "::1", "[::1]", "localhost"]);
const text = z.string().trim().min(1);

const schema = z
  .object({
    NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
    DATABASE_URL: text,
    DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(20),
    AUTH_SECRET: text.min(32),
    APP_ORIGIN: z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin),
    HOST: text.default("127.0.0.1"),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
    SMTP_URL: text.optional(),
    MAIL_FROM: text.optional(),
    MAIL_DIR: text.optional(),
    TRUSTED_PROXIES: z
      .string()
      .default("")
      .transform((list) =>
        list
          .split(",")
          .map((entry) => entry.trim())
          .filter(Boolean),
      ),
    /** The pictures that maps are made of: "https://tiles.example.org/{z}/{x}/{y}.png". None: maps without a drawing. */
    TILE_URL: z
      .string()
      .regex(/^https?:\/\/[\w.-]+(?::\d+)?\/(?=.*\{z\})(?=.*\{x\})(?=.*\{y\})[^\s"'<>;,]+$/)
      .optional(),
    TILE_ATTRIBUTION: text.default("© les contributeurs d’OpenStreetMap"),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
    COOPOL_DEMO: z.enum(["0", "1"]).default("0"),
  })
  .check((context) => {
    const env = context.value;
    const missing = (path: string, message: string) =>
      context.issues.push({ code: "custom", input: env, path: [path], message });
    if (env.COOPOL_DEMO === "1") {
      // The demo's conveniences open every account of the cast: loopback only, whatever the environment says.
      if (!LOOPBACK.has(env.HOST)) missing("HOST", "the demo only listens on loopback");
      // A reverse proxy on the same machine would show them to everybody.
      if (!LOOPBACK.has(new URL(env.APP_ORIGIN).hostname)) missing("APP_ORIGIN", "the demo is only seen on loopback");
      if (!LOOPBACK.has(new URL(env.DATABASE_URL).hostname)) missing("COOPOL_DEMO", "only with the embedded database");
      if (!env.MAIL_DIR) missing("MAIL_DIR", "the folder for the demo's outgoing mail");
    } else {
      if (!env.SMTP_URL) missing("SMTP_URL", "the mail server, e.g. smtps://user:password@mail.example.org");
      if (!env.MAIL_FROM) missing("MAIL_FROM", "the sender, e.g. La Coopol <ne-pas-repondre@example.org>");
    }
  });

export type Env = z.output<typeof schema>;

/**
 * Reads the environment once.
 * @throws Error naming every variable that is missing or wrong.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  // In zod's own words: whoever starts the server reads them.
  const parsed = schema.safeParse(present, { error: z.locales.en().localeError });
  if (parsed.success) return parsed.data;
  // `check` above only runs once the fields are right: name the mail settings in the same breath.
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  if (present.COOPOL_DEMO !== "1") {
    for (const name of ["SMTP_URL", "MAIL_FROM"])
      if (!present[name] && !lines.some((line) => line.includes(name))) lines.push(`  ${name}: missing`);
  }
  throw new Error(`La Coopol cannot start. Set these variables (see .env.example):\n${lines.join("\n")}`);
}

let current: Env | undefined;

/** The environment, parsed at first use (`next build` runs without one). */
export function env(): Env {
  current ??= parseEnv(process.env);
  return current;
}

/** Whether the conveniences of the embedded demo exist. */
export const isDemo = () => env().COOPOL_DEMO === "1";

import pino from "pino";

/** Structured logs: request ids, codes and durations. Never a name, an address, an e-mail or a text. */
export const log = pino({
  level: "info", // `server.ts` sets it from the environment
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: ["email", "*.email", "name", "*.name", "address", "*.address", "cookie", "*.cookie"], remove: true },
  serializers: { err: faultOnly },
});

/** A fault without the values that database errors quote ("Key (email)=(…) already exists"). */
function faultOnly(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  const firstLine = error.message.split("\n").filter(Boolean).at(-1) ?? "";
  return {
    type: error.name,
    code,
    message: firstLine.replace(/=\([^)]*\)/g, "=(…)").slice(0, 300),
    stack: error.stack?.split("\n").slice(-12).join("\n"),
  };
}

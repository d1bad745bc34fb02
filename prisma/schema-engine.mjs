#!/usr/bin/env node
// Prisma Migrate without a downloaded engine: speaks the CLI's JSON-RPC protocol (one message a line on
// stdin/stdout) and answers with Prisma's own schema engine compiled to WebAssembly
// (@prisma/schema-engine-wasm, the exact build that `npm ls @prisma/engines-version` names), through
// the pg driver adapter. Selected by PRISMA_SCHEMA_ENGINE_BINARY, which prisma.config.ts sets.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";

const CHAR_OID = 18; // Postgres "char": the engine wants it typed Character, adapter-pg refuses it
const TEXT_OID = 25;
const CHARACTER = 6; // ColumnTypeEnum.Character

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { datamodels: { type: "string", multiple: true }, datasource: { type: "string" } },
});
const url = new URL(options.datasource ? JSON.parse(options.datasource).url : process.env.DATABASE_URL);
const connection = {
  host: url.searchParams.get("host") ?? url.hostname,
  port: Number(url.port || 5432),
  user: decodeURIComponent(url.username),
  password: decodeURIComponent(url.password),
  database: url.pathname.slice(1),
};

function patched(adapter) {
  let charColumns = [];
  const { performIO, queryRaw, executeScript } = adapter;
  adapter.performIO = async (query) => {
    const result = await performIO.call(adapter, query);
    charColumns = result.fields.flatMap((field, i) => (field.dataTypeID === CHAR_OID ? [i] : []));
    for (const i of charColumns) result.fields[i].dataTypeID = TEXT_OID;
    return result;
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw.call(adapter, query);
    for (const i of charColumns) result.columnTypes[i] = CHARACTER;
    return result;
  };
  // The adapter drops its shadow database before closing its own connection to it.
  adapter.executeScript = (sql) => executeScript.call(adapter, sql.replace(/^DROP DATABASE .*$/, "$& WITH (FORCE)"));
  adapter.client?.on?.("error", () => {});
  return adapter;
}

class Adapter extends PrismaPg {
  async connect() {
    return patched(await super.connect());
  }
  async connectToShadowDb() {
    return patched(await super.connectToShadowDb());
  }
}

if (positionals[0] === "cli") {
  const creating = positionals[1] === "create-database";
  try {
    const adapter = await new Adapter({ ...connection, ...(creating && { database: "postgres" }) }).connect();
    await adapter.executeScript(creating ? `CREATE DATABASE "${connection.database}"` : "SELECT 1");
    process.exit(0);
  } catch (error) {
    const missing = error.cause?.kind === "DatabaseDoesNotExist";
    const fields = { error_code: missing ? "P1003" : "P1001", message: String(error.message) };
    console.error(`\n${JSON.stringify({ level: "ERROR", is_panic: false, fields })}`); // the CLI skips the first line
    process.exit(1);
  }
}

globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) };
const bindings = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
const engineModule = await import(pathToFileURL(bindings).href);
const { instance } = await WebAssembly.instantiate(readFileSync(bindings.replace(/\.js$/, ".wasm")), {
  "./schema_engine_bg.js": engineModule,
});
engineModule.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

const datamodels = options.datamodels?.map((path) => [path, readFileSync(path, "utf8")]);
const engine = await engineModule.SchemaEngine.new(
  { datamodels },
  () => {},
  bindMigrationAwareSqlAdapterFactory(new Adapter(connection)),
);

for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  if (!method) continue; // the CLI acknowledges a print
  const reply = (body) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", id, ...body })}\n`);
  try {
    const result = (await engine[method](params)) ?? null;
    // The native engine prints `migrate diff` itself, through the CLI.
    if (result?.stdout) reply({ id: randomUUID(), method: "print", params: { content: result.stdout } });
    reply({ result });
  } catch (error) {
    const data = { is_panic: false, message: String(error.message), error_code: error.code, meta: error.meta };
    reply({ error: { code: 4466, message: data.message, data } });
  }
}
process.exit(0);

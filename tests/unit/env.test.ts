import { describe, expect, it } from "vitest";
import { parseEnv } from "@/platform/env.ts";

const own = {
  DATABASE_URL: "postgresql://coopol:secret@db.example.org/coopol",
  AUTH_SECRET: "x".repeat(40),
  APP_ORIGIN: "https://coopol.example.org/",
  SMTP_URL: "smtps://mail.example.org",
  MAIL_FROM: "La Coopol <no-reply@example.org>",
};
const demo = {
  ...own,
  DATABASE_URL: "postgresql://coopol:x@127.0.0.1:5433/coopol",
  APP_ORIGIN: "http://localhost:3000",
  COOPOL_DEMO: "1",
  MAIL_DIR: "/tmp/mail",
  SMTP_URL: "",
  MAIL_FROM: "",
};

describe("the environment", () => {
  it("is read once and put in form", () => {
    expect(parseEnv(own)).toMatchObject({
      APP_ORIGIN: "https://coopol.example.org",
      HOST: "127.0.0.1",
      PORT: 3000,
      COOPOL_DEMO: "0",
    });
  });

  it.each(["AUTH_SECRET", "APP_ORIGIN", "SMTP_URL", "MAIL_FROM"])(
    "refuses to start on one's own database without %s, and names it",
    (name) => {
      expect(() => parseEnv({ ...own, [name]: "" })).toThrow(name);
    },
  );

  it("takes the address of a map’s pictures, and nothing that would open another door", () => {
    expect(parseEnv({ ...own, TILE_URL: "https://tiles.example.org/{z}/{x}/{y}.png" }).TILE_URL).toContain("{z}");
    for (const TILE_URL of [
      "https://tiles.example.org/",
      "//x/{z}/{x}/{y}",
      "https://*/{z}/{x}/{y}",
      "https://a.b/{z}/{x}/{y};x",
    ])
      expect(() => parseEnv({ ...own, TILE_URL })).toThrow("TILE_URL");
  });

  it("names everything that is missing at once", () => {
    const message = (() => {
      try {
        parseEnv({ DATABASE_URL: own.DATABASE_URL });
      } catch (error) {
        return (error as Error).message;
      }
    })();
    for (const name of ["AUTH_SECRET", "APP_ORIGIN", "SMTP_URL", "MAIL_FROM"]) expect(message).toContain(name);
  });

  it("refuses a short secret", () => {
    expect(() => parseEnv({ ...own, AUTH_SECRET: "short" })).toThrow("AUTH_SECRET");
  });

  it("meets other processes in a Redis, and only there", () => {
    expect(parseEnv(own).REDIS_URL).toBeUndefined();
    expect(parseEnv({ ...own, REDIS_URL: "rediss://:secret@redis.example.org:6380/1" }).REDIS_URL).toContain(
      "redis.example",
    );
    expect(() => parseEnv({ ...own, REDIS_URL: "https://redis.example.org" })).toThrow("REDIS_URL");
  });

  it("lets the demo write its mail into a folder", () => {
    expect(parseEnv(demo).COOPOL_DEMO).toBe("1");
    expect(() => parseEnv({ ...demo, MAIL_DIR: "" })).toThrow("MAIL_DIR");
  });

  it("never opens the demo's conveniences to the network, nor on a database elsewhere", () => {
    expect(() => parseEnv({ ...demo, HOST: "0.0.0.0" })).toThrow("HOST");
    expect(() => parseEnv({ ...demo, APP_ORIGIN: own.APP_ORIGIN })).toThrow("APP_ORIGIN");
    expect(() => parseEnv({ ...demo, DATABASE_URL: own.DATABASE_URL })).toThrow("COOPOL_DEMO");
  });
});

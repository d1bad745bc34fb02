import { describe, expect, it } from "vitest";
import { readRange } from "@/platform/http/byte-range.ts";

describe("a part of a file", () => {
  it.each([
    ["bytes=0-0", { from: 0, to: 0 }],
    ["bytes=0-", { from: 0, to: 99 }],
    ["bytes=10-19", { from: 10, to: 19 }],
    ["bytes=90-1000", { from: 90, to: 99 }],
    ["bytes=-10", { from: 90, to: 99 }],
    ["bytes=-1000", { from: 0, to: 99 }],
    ["bytes=100-", "unsatisfiable"],
    ["bytes=5000-6000", "unsatisfiable"],
    ["bytes=-0", "unsatisfiable"],
  ] as const)("%s of a hundred bytes", (header, expected) => {
    expect(readRange(header, 100)).toEqual(expected);
  });

  it.each([
    null,
    "",
    "bytes=",
    "bytes=-",
    "bytes=9-3",
    "bytes=0-1,5-9",
    "bytes=a-b",
    "bytes=1e3-",
    "octets=0-1",
    "bytes=-5-9",
  ])("is all of it when %s is asked", (header) => {
    expect(readRange(header, 100)).toBeNull();
  });
});

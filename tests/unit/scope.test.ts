import { fc } from "@tests/support/properties.ts";
import { describe, expect, it } from "vitest";
import { covers, federationScope } from "@/core/scope.ts";

describe("covering a place of the party's tree", () => {
  it("covers itself and what is below", () => {
    expect(covers("national", "national/63/63113")).toBe(true);
    expect(covers("national/63", "national/63/63113")).toBe(true);
    expect(covers("national/63/63113", "national/63/63113")).toBe(true);
  });

  it("compares whole segments: a département's code is not the beginning of another's", () => {
    expect(covers("national/6", "national/63")).toBe(false);
    expect(covers("national/97", "national/971/97105")).toBe(false);
  });

  it("covers neither its parents nor its neighbours", () => {
    expect(covers("national/63/63113", "national/63")).toBe(false);
    expect(covers("national/63", "national/03/03310")).toBe(false);
  });

  it("holds for every path: a prefix covers exactly when it ends at a segment", () => {
    const segments = fc.array(fc.stringMatching(/^[0-9a-z-]{1,5}$/), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(segments, segments, (a, b) => {
        const isPrefix = a.length <= b.length && a.every((segment, i) => segment === b[i]);
        expect(covers(a.join("/"), b.join("/"))).toBe(isPrefix);
      }),
    );
  });

  it("finds the federation of a section, and none at the national level", () => {
    expect(federationScope("national/63/63113")).toBe("national/63");
    expect(federationScope("national")).toBeNull();
  });
});

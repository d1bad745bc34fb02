import { holdsAgainstBadInput, shares } from "@tests/support/bad-input.ts";
import { describe } from "vitest";

describe("what nobody means to send about files and notes of groups", () => {
  holdsAgainstBadInput(shares[3]);
});

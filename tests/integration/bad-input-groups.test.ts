import { holdsAgainstBadInput, shares } from "@tests/support/bad-input.ts";
import { describe } from "vitest";

describe("what nobody means to send, in groups", () => {
  holdsAgainstBadInput(shares[4]);
});

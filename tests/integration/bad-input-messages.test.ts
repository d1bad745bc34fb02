import { holdsAgainstBadInput, shares } from "@tests/support/bad-input.ts";
import { describe } from "vitest";

describe("what nobody means to send, in messages", () => {
  holdsAgainstBadInput(shares[5]);
});

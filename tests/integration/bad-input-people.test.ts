import { halves, holdsAgainstBadInput } from "@tests/support/bad-input.ts";
import { describe } from "vitest";

describe("what nobody means to send, among people", () => {
  holdsAgainstBadInput(halves[1]);
});

import { holdsAgainstBadInput, shares } from "@tests/support/bad-input.ts";
import { validInputs } from "@tests/support/command-inputs.ts";
import { commandsOf, featuresWithCommands } from "@tests/support/commands.ts";
import { describe, expect, it } from "vitest";

describe("what nobody means to send", () => {
  holdsAgainstBadInput(shares[0]);

  it("is tried against every command", async () => {
    expect(shares.flat().sort()).toEqual([...featuresWithCommands].sort());
    const names = commandsOf(featuresWithCommands).map(({ commandName }) => commandName);
    expect(Object.keys(await validInputs()).sort()).toEqual(names.sort());
  });
});

import type { z } from "zod";
import type { Caller, Command } from "@/platform/command.ts";
import { toAppError } from "@/platform/db/errors.ts";

/**
 * A command made of commands, for what must happen between their transactions: hashing, which would hold a
 * connection, or refusing after a wrong try was counted, which a rollback would forget.
 */
export function composedCommand<Schema extends z.ZodType, Result>(
  name: string,
  input: Schema,
  run: (caller: Caller, input: z.output<Schema>, raw: z.input<Schema>) => Promise<Result>,
): Command<Schema, Result> {
  const checked = async (caller: Caller, raw: z.input<Schema>) => {
    try {
      return await run(caller, input.parse(raw), raw);
    } catch (error) {
      throw toAppError(error);
    }
  };
  return Object.assign(checked, { commandName: name, input });
}

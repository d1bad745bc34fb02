// A member takes a copy of all that is hers, once a day and format, after she proved that it is she.
import { AppError, isAppError } from "@/core/app-error.ts";
import { command } from "@/platform/command.ts";
import { type LimitRule, limits } from "@/platform/limits.ts";
import { canLeave, composedCommand, leavingLimits, lockSelf, requireProof } from "../../accounts/index.ts";
import { personalDataExported } from "../personal-data.facts.ts";
import { readPersonalData } from "../personal-data.queries.ts";
import { exportInput, type Format } from "../personal-data.schema.ts";

const DAY = 24 * 60 * 60;
const oncePerDay = (format: Format): LimitRule => ({ name: `export-${format}`, points: 1, seconds: DAY });

const proveSelf = command({
  name: "personal-data.prove",
  input: exportInput,
  limits: leavingLimits,
  subject: ({ tx, actor }) => lockSelf(tx, actor.id),
  policy: canLeave,
  async execute({ tx, actor, input, subject: member }) {
    if (!member) throw new AppError("unauthenticated", "sign_in_first");
    await requireProof(tx, actor, member, input.currentPassword);
    return member.id;
  },
});

const recordExport = command({
  name: "personal-data.record-export",
  input: exportInput,
  subject: ({ tx, actor }) => lockSelf(tx, actor.id),
  policy: canLeave,
  async execute({ subject: member, record }) {
    if (member) record(personalDataExported({ memberId: member.id }));
  },
});

export const exportPersonalData = composedCommand("personal-data.export", exportInput, async (caller, input, raw) => {
  const memberId = await proveSelf(caller, raw);
  const rule = oncePerDay(input.format);
  await limits()
    .consume(rule, memberId)
    .catch((error: unknown) => {
      if (!isAppError(error) || error.code !== "rate_limited") throw error;
      throw new AppError("rate_limited", "exported_today", error.retryAfter ? { retryAfter: error.retryAfter } : {});
    });
  try {
    const data = await readPersonalData(memberId);
    await recordExport(caller, raw);
    return { format: input.format, data };
  } catch (error) {
    await limits().forgive?.(rule, memberId); // she has nothing in her hands
    throw error;
  }
});

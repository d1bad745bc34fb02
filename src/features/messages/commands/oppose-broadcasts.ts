import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { opposeInput } from "../broadcast.schema.ts";
import { broadcastOpposed } from "../inbox.facts.ts";
import { canOpposeBroadcasts } from "../inbox.policy.ts";
import { opposing } from "../inbox-limit.rules.ts";
import { findPlace } from "../place.queries.ts";

/** A member asks a place not to write to her with all its members any more, or lets it again. Twice is once. */
export const opposeBroadcasts = command({
  name: "broadcast.oppose",
  input: opposeInput,
  limits: [opposing],
  async subject({ tx, input: { scope } }) {
    if (!(await findPlace(scope, tx))) throw new AppError("not_found", "absent");
    return { scope };
  },
  policy: canOpposeBroadcasts,
  async execute({ tx, actor, input: { scope, opposed }, record }) {
    const row = { memberId: actor.id ?? "", scope };
    const { count } =
      opposed === "oui"
        ? await tx.broadcastOpposition.createMany({
            data: [{ ...row, opposedAt: clock.now() }],
            skipDuplicates: true,
          })
        : await tx.broadcastOpposition.deleteMany({ where: row });
    if (count > 0) record(broadcastOpposed(row));
    return { scope, opposed };
  },
});

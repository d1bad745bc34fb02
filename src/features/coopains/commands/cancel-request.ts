// A member takes back a request that she sent.
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { requestCancelled } from "../coopain.facts.ts";
import { canCancel } from "../coopain.policy.ts";
import { ofRequestInput } from "../coopain.schema.ts";
import { changesOfAccount } from "../limit.rules.ts";
import { lockRequest } from "./pairs.ts";

export const cancelRequest = command({
  name: "coopain.cancel",
  input: ofRequestInput,
  limits: [changesOfAccount],
  subject: ({ tx, actor, input }) => lockRequest(tx, actor, input.requestId, "from"),
  policy: canCancel,
  async execute({ tx, subject: { id, fromId, toId, state }, record }) {
    if (state === "cancelled") return;
    await tx.coopainRequest.update({ where: { id }, data: { cancelledAt: clock.now() } });
    // One that was refused left the other's screen long ago.
    if (state === "open") record(requestCancelled({ fromId, toId }));
  },
});

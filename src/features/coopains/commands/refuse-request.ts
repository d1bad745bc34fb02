// A member refuses a request. She who asked is not told: she still reads "sent".
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { requestRefused } from "../coopain.facts.ts";
import { canAnswer } from "../coopain.policy.ts";
import { ofRequestInput } from "../coopain.schema.ts";
import { changesOfAccount } from "../limit.rules.ts";
import { lockRequest } from "./pairs.ts";

export const refuseRequest = command({
  name: "coopain.refuse",
  input: ofRequestInput,
  limits: [changesOfAccount],
  subject: ({ tx, actor, input }) => lockRequest(tx, actor, input.requestId, "to"),
  policy: canAnswer("refused"),
  async execute({ tx, subject: { id, fromId, toId, state }, record }) {
    if (state !== "open") return;
    await tx.coopainRequest.update({ where: { id }, data: { refusedAt: clock.now() } });
    record(requestRefused({ memberId: toId, otherId: fromId }));
  },
});

// A member makes her personal link, or a new one: the one before stops working at once, its QR and paper code with it.
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { canBePresent } from "../../profiles/index.ts";
import { linkRenewed } from "../coopain.facts.ts";
import { nothingInput } from "../invitation.schema.ts";
import { linkRenewals } from "../limit.rules.ts";
import { hashOfPaperCode, paperCodeOf } from "../paper-code.rules.ts";

export const renewLink = command({
  name: "invitation.renew-link",
  input: nothingInput,
  limits: [linkRenewals],
  // One at a time: a double click makes two links in turn, and the last one holds.
  subject: ({ tx, actor }) => tx.$queryRaw(sql`select id from member where id = ${actor.id} for no key update`),
  policy: canBePresent,
  async execute({ tx, actor, record }) {
    const [memberId, now, id] = [actor.id ?? "", clock.now(), newId()];
    await tx.invitationLink.updateMany({ where: { memberId, revokedAt: null }, data: { revokedAt: now } });
    const paperCodeHash = hashOfPaperCode(paperCodeOf(id));
    await tx.invitationLink.create({ data: { id, memberId, paperCodeHash, createdAt: now } });
    record(linkRenewed({ memberId }));
  },
});

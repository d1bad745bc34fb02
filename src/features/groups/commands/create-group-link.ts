// Who keeps a group makes a link that lets so many people in. Its token is shown once.
import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { composedCommand } from "../../accounts/index.ts";
import { groupLinkCreated } from "../link.facts.ts";
import { canMakeLinks } from "../link.policy.ts";
import { hashOfLinkToken, newLinkToken } from "../link.rules.ts";
import { createLinkInput } from "../link.schema.ts";
import { LINKS_MAX } from "../link-bounds.rules.ts";
import { linksOfAccount } from "../request-limit.rules.ts";
import { lockVisibleGroup } from "./lock-group.ts";

const DAY_MS = 24 * 3_600_000;

const create = command({
  name: "group.make-link",
  input: createLinkInput,
  limits: [linksOfAccount],
  subject: ({ tx, actor, input }) => lockVisibleGroup(tx, actor, input.groupId),
  policy: canMakeLinks,
  async execute({ tx, actor, input: { groupId, uses, days }, record }) {
    const [id, now, token] = [newId(), clock.now(), newLinkToken()];
    const open = { groupId, revokedAt: null, remaining: { gt: 0 }, expiresAt: { gt: now } };
    if ((await tx.groupLink.count({ where: open })) >= LINKS_MAX) throw new AppError("conflict", "enough_links");
    await tx.groupLink.create({
      data: {
        ...{ id, groupId, tokenHash: hashOfLinkToken(token), createdById: actor.id, remaining: uses },
        ...{ createdAt: now, expiresAt: new Date(now.getTime() + days * DAY_MS) },
      },
    });
    record(groupLinkCreated({ groupId, linkId: id }));
    return { token };
  },
});

/** Without the request's key: what is kept of an answer would keep the token, which the database never holds. */
export const createGroupLink = composedCommand("group.create-link", createLinkInput, (caller, _, raw) =>
  create({ ...caller, key: null }, raw),
);

// The national level reads how to reach a member, says why, and it is written down.
import { newId } from "@/core/ids.ts";
import { composedCommand, lockSubject } from "@/features/accounts/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { contactViews } from "../limit.rules.ts";
import { contactViewed } from "../mandate.facts.ts";
import { canViewContact } from "../mandate.policy.ts";
import { viewContactInput } from "../mandate.schema.ts";

const view = command({
  name: "mandate.read-contact",
  input: viewContactInput,
  limits: [contactViews],
  subject: ({ tx, input }) => lockSubject(tx, input.memberId),
  policy: canViewContact,
  async execute({ tx, actor, input: { memberId, purpose }, record }) {
    const id = newId();
    await tx.contactView.create({ data: { id, memberId, viewerId: actor.id, purpose, viewedAt: clock.now() } });
    record(contactViewed({ viewId: id, memberId }));
    const { email, adultOn, commune } = await tx.member.findUniqueOrThrow({
      where: { id: memberId },
      select: { email: true, adultOn: true, commune: { select: { name: true, postalCodes: true } } },
    });
    const minor = adultOn !== null && adultOn > clock.now();
    return { email, commune: commune.name, postalCode: commune.postalCodes[0] ?? null, minor };
  },
});

/** Without the request's key: what is kept of an answer would keep her address, and answer with it again. */
export const viewContact = composedCommand("mandate.view-contact", viewContactInput, (caller, _, raw) =>
  view({ ...caller, key: null }, raw),
);

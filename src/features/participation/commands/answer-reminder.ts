// By the link of a mail, signed in or not: she comes, takes the place kept for her, or gives it up.
import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { allow, type Decision, refuse } from "@/core/decision.ts";
import type { EventStage } from "@/features/events/index.ts";
import { confirmOffer, leavePlace } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { linksFromAddress } from "../guest-limit.rules.ts";
import { comingConfirmed } from "../reminder.facts.ts";
import { findLinkedSignUp } from "../reminder.queries.ts";
import { ofReminderInput } from "../reminder.schema.ts";

type Linked = {
  signUpId: string;
  eventId: string;
  shiftId: string;
  state: "in" | "offered" | "waiting" | "left";
  stage: EventStage;
  over: boolean;
};

/** The sign-up of a link, its event locked. Throws `not_found` for a link that opens nothing. */
async function lockLinked(tx: Tx, token: string): Promise<Linked> {
  const linked = await findLinkedSignUp(token, tx);
  if (!linked) throw new AppError("not_found", "absent");
  await tx.$queryRaw(sql`select e.id from event e where e.id = ${linked.eventId} for no key update`);
  const [row] = await tx.$queryRaw<Linked[]>(sql`
    select s.id as "signUpId", e.id as "eventId", h.id as "shiftId", s.state, e.stage, h.ends_at <= ${clock.now()} as over
    from sign_up s join shift h on h.id = s.shift_id join event e on e.id = h.event_id where s.id = ${linked.signUpId}`);
  if (!row) throw new AppError("not_found", "absent");
  return row;
}

/** Whoever holds the link acts for the sign-up that it is of, and for nothing else. */
function canAnswer(_: Actor, { stage, over }: Linked): Decision {
  if (stage !== "published") return refuse("event_cancelled", "conflict");
  return over ? refuse("event_over", "conflict") : allow;
}

const common = {
  input: ofReminderInput,
  limits: [linksFromAddress],
  subject: ({ tx, input: { token } }: { tx: Tx; input: { token: string } }) => lockLinked(tx, token),
  policy: canAnswer,
};

/** She comes: the place that she has is confirmed, the one kept for her is taken. Twice is once. */
export const confirmByLink = command({
  ...common,
  name: "reminder.confirm",
  async execute({ tx, subject: { signUpId, eventId, state }, record }) {
    const now = clock.now();
    if (state === "left") throw new AppError("conflict", "not_signed_up");
    // A place taken days before is not yet a word given the day before.
    if (state !== "in") return confirmOffer(tx, { signUpId, now, record });
    const { count } = await tx.signUp.updateMany({
      where: { id: signUpId, state: "in", confirmedAt: null },
      data: { confirmedAt: now },
    });
    if (count > 0) record(comingConfirmed({ eventId }));
  },
});

/** She gives her place up, or her turn. Twice is once. */
export const leaveByLink = command({
  ...common,
  name: "reminder.leave",
  async execute({ tx, subject: { signUpId, state }, record }) {
    if (state !== "left") await leavePlace(tx, { signUpId, because: "cancelled", now: clock.now(), record });
  },
});

import { z } from "zod";
import { listSectionRecipients } from "@/features/sections/index.ts";
import { enqueueEachTold } from "@/platform/followed-facts.ts";
import { defineJob, enqueueEach } from "@/platform/jobs.ts";
import { limits } from "@/platform/limits.ts";
import { sendMail } from "@/platform/mail.ts";
import { deskTold } from "./desk.facts.ts";
import { newcomerMails } from "./desk-limit.rules.ts";
import {
  findClaimToTell,
  findMoveToTell,
  findNewcomersToTell,
  findPointPerson,
  findReleasedToTell,
  findWelcomeToSend,
} from "./desk-mail.queries.ts";
import {
  declinedMail,
  moveMail,
  newcomersMail,
  pointPersonMail,
  releasedMail,
  verifiedMail,
  welcomeMail,
} from "./desk-mail.rules.ts";

// One job, one person, one mail: a retry after a failure writes to nobody else again.

const aboutNewcomers = (memberId: string) => ({ memberId, kind: "place.newcomers" as const });
const aboutWelcome = (memberId: string) => ({ memberId, kind: "place.welcome" as const });

/** Tells somebody that a newcomer was entrusted to her. */
export const tellPointPerson = defineJob({
  name: "desk.tell-point-person",
  input: z.object({ memberId: z.string(), pointPersonId: z.string() }),
  async run(input) {
    const told = await findPointPerson(input);
    if (told) await sendMail({ to: told.to, about: aboutNewcomers(input.pointPersonId), ...pointPersonMail(told) });
  },
});

/** Relays a word of welcome. */
export const sendWelcome = defineJob({
  name: "desk.send-welcome",
  input: z.object({ memberId: z.string(), authorId: z.string(), words: z.string() }),
  async run({ words, ...input }) {
    const found = await findWelcomeToSend(input);
    const about = aboutWelcome(input.memberId);
    if (found) await sendMail({ to: found.to, about, ...welcomeMail({ ...found, words }) });
  },
});

/** Tells a member that her claim to be an adherent was declined. */
export const tellDeclined = defineJob({
  name: "desk.tell-declined",
  input: z.object({ memberId: z.string(), words: z.string() }),
  async run({ memberId, words }) {
    const told = await findClaimToTell(memberId, false);
    if (told) await sendMail({ to: told.to, about: aboutWelcome(memberId), ...declinedMail({ ...told, words }) });
  },
});

/** Tells a member that she is a verified adherent. */
export const tellVerified = defineJob({
  name: "desk.tell-verified",
  input: z.object({ memberId: z.string() }),
  async run({ memberId }) {
    const told = await findClaimToTell(memberId, true);
    if (told) await sendMail({ to: told.to, about: aboutWelcome(memberId), ...verifiedMail(told) });
  },
});

/** Writes to one of those who answer for a section that somebody moved into it, or out of it. */
export const tellMove = defineJob({
  name: "desk.tell-move",
  input: z.object({
    memberId: z.string(),
    recipientId: z.string(),
    sectionId: z.string(),
    way: z.enum(["arrived", "left"]),
  }),
  async run(input) {
    const told = await findMoveToTell(input);
    if (told) await sendMail({ to: told.to, about: aboutNewcomers(input.recipientId), ...moveMail(told) });
  },
});

const HOUR_SECONDS = 3600;

/**
 * Writes to somebody who newcomers there are that nobody wrote to: once an hour at most. Who arrives within the hour is
 * told at its end, in one mail: `late`. A late one that comes after another mail says nothing: that mail named her too.
 */
export const tellNewcomers = defineJob({
  name: "desk.tell-newcomers",
  input: z.object({ recipientId: z.string(), late: z.boolean().default(false) }),
  async run({ recipientId, late }) {
    const told = await findNewcomersToTell(recipientId);
    if (!told) return;
    try {
      await limits().consume(newcomerMails, recipientId);
    } catch {
      if (!late) await enqueueEach(tellNewcomers, [{ recipientId, late: true }], { startAfterSeconds: HOUR_SECONDS });
      return;
    }
    try {
      await sendMail({ to: told.to, about: aboutNewcomers(recipientId), ...newcomersMail(told) });
    } catch (error) {
      await limits().forgive?.(newcomerMails, recipientId);
      throw error;
    }
  },
});

/** Somebody joined: each of those who answer for her section is told. */
export const announceNewcomer = defineJob({
  name: "desk.announce-newcomer",
  input: z.object({ memberId: z.string(), sectionId: z.string() }),
  async run({ memberId, sectionId }) {
    const recipients = (await listSectionRecipients(sectionId)).filter(({ id }) => id !== memberId);
    await enqueueEachTold(
      tellNewcomers,
      recipients.map(({ id: recipientId }) => ({ recipientId })),
      ({ recipientId }) => deskTold({ memberId: recipientId, sectionId, news: "newcomers", about: memberId }),
    );
  },
});

/** Somebody moved: each of those who answer for the two sections is told; who answers for both, of her arrival. */
export const announceMove = defineJob({
  name: "desk.announce-move",
  input: z.object({ memberId: z.string(), fromSectionId: z.string(), toSectionId: z.string() }),
  async run({ memberId, fromSectionId, toSectionId }) {
    const [before, after] = await Promise.all([
      listSectionRecipients(fromSectionId),
      listSectionRecipients(toSectionId),
    ]);
    const there = new Set(after.map(({ id }) => id));
    const others = ({ id }: { id: string }) => id !== memberId;
    const moves = [
      ...after.filter(others).map(({ id: recipientId }) => ({
        ...{ memberId, recipientId, sectionId: toSectionId, way: "arrived" as const },
      })),
      ...before
        .filter(others)
        .filter(({ id }) => !there.has(id))
        .map(({ id: recipientId }) => ({ memberId, recipientId, sectionId: fromSectionId, way: "left" as const })),
    ];
    await enqueueEachTold(tellMove, moves, ({ recipientId, sectionId, way }) =>
      deskTold({ memberId: recipientId, sectionId, news: way, about: memberId }),
    );
  },
});

/** Writes to one of those who answer for a section: these newcomers have nobody to look after them any more. */
export const tellReleased = defineJob({
  name: "desk.tell-released",
  input: z.object({ sectionId: z.string(), memberIds: z.array(z.string()), recipientId: z.string() }),
  async run(input) {
    const told = await findReleasedToTell(input);
    if (told) await sendMail({ to: told.to, about: aboutNewcomers(input.recipientId), ...releasedMail(told) });
  },
});

/** Who looked after these newcomers moved away: each of those who answer for their section is told. */
export const announceReleased = defineJob({
  name: "desk.announce-released",
  input: z.object({ sectionId: z.string(), memberIds: z.array(z.string()) }),
  async run(input) {
    const recipients = await listSectionRecipients(input.sectionId);
    await enqueueEachTold(
      tellReleased,
      recipients.map(({ id: recipientId }) => ({ ...input, recipientId })),
      ({ recipientId, sectionId }) =>
        deskTold({ memberId: recipientId, sectionId, news: "released", about: sectionId }),
    );
  },
});

export const deskMailJobs = [
  tellPointPerson,
  sendWelcome,
  tellDeclined,
  tellVerified,
  tellMove,
  tellNewcomers,
  announceNewcomer,
  announceMove,
  tellReleased,
  announceReleased,
] as const;

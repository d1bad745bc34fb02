import { z } from "zod";
import { enqueueEachTold } from "@/platform/followed-facts.ts";
import { defineJob } from "@/platform/jobs.ts";
import { sendMail } from "@/platform/mail.ts";
import { listSectionRecipients } from "./section-recipients.queries.ts";
import { volunteerTold } from "./volunteer.facts.ts";
import { findVolunteer } from "./volunteer-mail.queries.ts";
import { thanksMail, volunteerMail } from "./volunteer-mail.rules.ts";

// One job, one person, one mail: a retry after a failure writes to nobody else again.

/** Writes to one of those who name a section's leaders: somebody offers. */
export const tellVolunteer = defineJob({
  name: "volunteers.tell-volunteer",
  input: z.object({ volunteerId: z.string(), recipientId: z.string() }),
  async run({ volunteerId, recipientId }) {
    const offer = await findVolunteer(volunteerId);
    if (!offer || offer.answeredAt) return;
    const { member, section, sectionId, words } = offer;
    const recipient = (await listSectionRecipients(sectionId)).find(({ id }) => id === recipientId);
    const about = { memberId: recipientId, kind: "place.volunteer" } as const;
    if (recipient)
      await sendMail({ to: recipient.email, about, ...volunteerMail({ name: member.name, section, words }) });
  },
});

/** Each of those who name a section's leaders is written to. */
export const announceVolunteer = defineJob({
  name: "volunteers.announce-volunteer",
  input: z.object({ volunteerId: z.string() }),
  async run({ volunteerId }) {
    const offer = await findVolunteer(volunteerId);
    if (!offer || offer.answeredAt) return;
    const recipients = await listSectionRecipients(offer.sectionId);
    await enqueueEachTold(
      tellVolunteer,
      recipients.map(({ id: recipientId }) => ({ volunteerId, recipientId })),
      ({ recipientId }) => volunteerTold({ memberId: recipientId, volunteerId }),
    );
  },
});

/** Thanks a volunteer, with the federation's answer. */
export const thankVolunteer = defineJob({
  name: "volunteers.thank-volunteer",
  input: z.object({ volunteerId: z.string(), words: z.string() }),
  async run({ volunteerId, words }) {
    const offer = await findVolunteer(volunteerId);
    if (!offer) return;
    const about = { memberId: offer.member.id, kind: "place.welcome" } as const;
    await sendMail({ to: offer.member.email, about, ...thanksMail({ section: offer.section, words }) });
  },
});

export const volunteerMailJobs = [tellVolunteer, announceVolunteer, thankVolunteer] as const;

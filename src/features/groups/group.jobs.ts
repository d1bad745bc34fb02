import { z } from "zod";
import { system } from "@/core/actor.ts";
import { defineJob, type Job } from "@/platform/jobs.ts";
import { sendMail } from "@/platform/mail.ts";
import { replaceLeads } from "./commands/replace-leads.ts";
import { hasRole } from "./group.rules.ts";
import { findTold } from "./group-mail.queries.ts";
import { removedMail, roleMail } from "./group-mail.rules.ts";

const aboutRole = (memberId: string) => ({ memberId, kind: "group.role" as const });

/** After "group.role-given": tells somebody that she keeps a group. Less than before is said by who decided it, not by a mail. */
export const tellRole = defineJob({
  name: "groups.tell-role",
  input: z.object({ groupId: z.string(), memberId: z.string() }),
  concerns: ({ raised, role }) => raised === "oui" && role !== "member",
  async run({ groupId, memberId }) {
    const told = await findTold(groupId, memberId);
    if (told?.role && hasRole(told.role, "manager"))
      await sendMail({ to: told.email, about: aboutRole(memberId), ...roleMail(told.group, told.role) });
  },
});

/** Tells somebody that she was taken out of a group, and why. */
export const tellRemoved = defineJob({
  name: "groups.tell-removed",
  input: z.object({ groupId: z.string(), memberId: z.string(), words: z.string() }),
  async run({ groupId, memberId, words }) {
    const told = await findTold(groupId, memberId);
    const about = aboutRole(memberId);
    if (told && told.role === null) await sendMail({ to: told.email, about, ...removedMail(told.group, words) });
  },
});

/** After "member.suspended": the groups that she led alone have somebody else. */
export const afterSuspension = defineJob({
  name: "groups.after-suspension",
  input: z.object({ memberId: z.string(), suspensionId: z.string() }),
  run: ({ memberId }) => replaceLeads({ actor: system }, { memberId }),
});

export const groupJobs = [tellRole, tellRemoved, afterSuspension] as const;
export const groupFactJobs: Readonly<Record<string, readonly Job[]>> = {
  "member.suspended": [afterSuspension],
  "group.role-given": [tellRole],
};

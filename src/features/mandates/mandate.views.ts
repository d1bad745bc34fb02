import type { Role } from "@/core/actor.ts";

/** Somebody in charge of a place; the name is null for a reader who may not see her card. */
export type HolderView = {
  mandateId: string;
  role: Role;
  name: string | null;
  href: string | null;
  photo: string | null;
  beginsAt: Date;
  endsAt: Date | null;
};

/** Somebody that a job writes to. Never reaches a component. */
export type Recipient = { id: string; name: string; email: string };

import type { Member } from "@/core/actor.ts";
import type { Sql } from "./db/client.ts";

/** One thing that two members may have in common, offered by the feature that knows of it. */
export type Affinity = {
  kind: string;
  /** How much one of them counts. */
  weight: number;
  /** Candidates as rows (member_id text, shared int): at most a few hundred, the strongest first. No law: it is applied once, on all. */
  candidates: (member: Member) => Sql;
  /** Said to the member, after her section or her coopains: "3 coopains en commun". */
  reason: (shared: number) => string;
};

import type { Fact } from "@/core/fact.ts";
import type { Tx } from "./db/client.ts";

/** What one feature holds of a member: what her export gives her, and what erasing her account takes away. */
export type PersonalData = {
  /** The chapter's title in the readable export, in French. */
  title: string;
  /**
   * Her own data, as plain JSON; never anybody else's. Keys are French words, as the readable export shows them
   * ("adresse_e_mail"); values are texts, numbers, Dates, lists and objects of these, Markdown as it was typed, and
   * pictures as data: URLs.
   */
  read: (memberId: string) => Promise<Record<string, unknown>>;
  /** In the transaction of her erasure; answers what has to be told. What others wrote or share stays, without her name. */
  erase: (tx: Tx, member: { id: string; email: string }) => Promise<readonly Fact[]>;
};

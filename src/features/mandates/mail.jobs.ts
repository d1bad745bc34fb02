import { z } from "zod";
import type { NoticeKindId } from "@/core/notice-kinds.ts";
import { NATIONAL, type Scope } from "@/core/scope.ts";
import { clock } from "@/platform/clock.ts";
import { enqueueEachTold } from "@/platform/followed-facts.ts";
import { defineJob } from "@/platform/jobs.ts";
import { sendMail } from "@/platform/mail.ts";
import * as handovers from "./handover-mail.rules.ts";
import * as read from "./mail.queries.ts";
import * as mails from "./mail.rules.ts";
import { mandateTold } from "./mandate.facts.ts";
import { listFederationRecipients, listHoldersToTell } from "./mandate.queries.ts";
import { isSealed } from "./mandate.rules.ts";

type Reader = { id: string };
/** One kind of news: whom it concerns when it is told, and what each of them then reads; null when it no longer holds. */
type News = {
  to: (about: string) => Promise<readonly string[]>;
  words: (about: string, reader: Reader) => Promise<mails.Words | null>;
};

const ids = (people: readonly Reader[]) => people.map(({ id }) => id);

/** News of one object, read by its own query. */
function newsOf<Told>(
  find: (id: string) => Promise<Told | null>,
  to: (told: Told) => Promise<readonly (string | null)[]> | readonly (string | null)[],
  words: (told: Told, reader: Reader) => mails.Words,
): News {
  return {
    async to(about) {
      const told = await find(about);
      return told ? [...new Set((await to(told)).filter((id) => id !== null))] : [];
    },
    async words(about, reader) {
      const told = await find(about);
      return told && words(told, reader);
    },
  };
}

type Handover = mails.ToldHandover;
const both = ({ holderId, successorId }: Handover) => [holderId, successorId];
const deciders = async (handover: Handover) => ids(await listFederationRecipients(handover.scope, both(handover)));
const ofHandover = (to: Parameters<typeof newsOf<Handover>>[1], words: Parameters<typeof newsOf<Handover>>[2]) =>
  newsOf(read.findToldHandover, to, words);
const nationals = async () => ids(await listHoldersToTell(["national_admin"], NATIONAL));

const kinds = {
  "handover.proposed": ofHandover(
    async (told) => [told.successorId, ...(await deciders(told))],
    handovers.proposedMail,
  ),
  "handover.confirmed": ofHandover(both, handovers.confirmedMail),
  "handover.signed": ofHandover(
    (told) =>
      isSealed(told)
        ? both(told)
        : [told.holderSignedAt ? null : told.holderId, told.successorSignedAt ? null : told.successorId],
    handovers.signedMail,
  ),
  "handover.done": ofHandover(async (told) => [...both(told), ...(await deciders(told))], handovers.doneMail),
  "handover.cancelled": ofHandover(
    async (told) => [...both(told), ...(await deciders(told))].filter((id) => id !== told.cancelledById),
    handovers.cancelledMail,
  ),
  "mandate.given": newsOf(
    read.findToldMandate,
    (told) => (told.handedOver ? [] : [told.memberId]),
    (told) => mails.givenMail(told, clock.now()),
  ),
  "mandate.ended": newsOf(
    read.findToldMandate,
    (told) => (told.handedOver || told.endedById === told.memberId ? [] : [told.memberId]),
    mails.endedMail,
  ),
  "mandate.ending": newsOf(
    read.findToldMandate,
    async (told) => [told.memberId, ...ids(await listFederationRecipients(told.scope, [told.memberId]))],
    (told, reader) => mails.endingMail(told, reader.id === told.memberId),
  ),
  /** About a scope. Those above, if nobody there can act any more. */
  "place.vacant": {
    async to(scope: Scope) {
      const left = await listHoldersToTell([read.roleInCharge(scope)], scope);
      if (left.length > 0 || scope === NATIONAL) return [];
      return scope.split("/").length > 2 ? ids(await listFederationRecipients(scope)) : nationals();
    },
    words: async (scope: Scope) => mails.vacantMail({ scope, place: await read.findPlaceName(scope) }),
  },
  "nomination.made": newsOf(
    read.findToldNomination,
    async (told) =>
      told.agreed === null ? (await nationals()).filter((id) => id !== told.memberId && id !== told.nominatedById) : [],
    mails.nominationMail,
  ),
  "nomination.decided": newsOf(read.findToldNomination, (told) => [told.nominatedById], mails.nominationDecidedMail),
  "suspension.decided": newsOf(
    read.findToldSuspension,
    async (told) => [told.memberId, ...(told.nationally ? [] : await nationals())],
    (told, reader) => (reader.id === told.memberId ? mails.suspendedMail(told) : mails.suspensionToldMail(told)),
  ),
  "suspension.lifted": newsOf(read.findToldSuspension, (told) => [told.memberId], mails.liftedMail),
} satisfies Record<string, News>;

type NewsName = keyof typeof kinds;
const newsName = z.enum(Object.keys(kinds) as [NewsName, ...NewsName[]]);

/** As which of her choices a piece of news reaches somebody. */
export function kindOf(news: string): NoticeKindId {
  if (news === "place.vacant") return "place.volunteer";
  return news.startsWith("suspension.") ? "moderation.decided" : "mandate.changed";
}

/** Writes to one person. One job, one mail: a retry after a failure writes to nobody else again. */
export const writeNews = defineJob({
  name: "mandates.write",
  input: z.object({ news: newsName, about: z.string(), to: z.string() }),
  async run({ news, about, to }) {
    // It may have waited for the mail server: who is no longer concerned reads nothing of it.
    const reader = (await kinds[news].to(about)).includes(to) ? await read.findReader(to) : null;
    const words = reader && (await kinds[news].words(about, reader));
    if (reader && words) await sendMail({ to: reader.email, about: { memberId: to, kind: kindOf(news) }, ...words });
  },
});

/** Tells a piece of news to each person whom it concerns at this moment. */
export const tellNews = defineJob({
  name: "mandates.tell",
  input: z.object({ news: newsName, about: z.string() }),
  async run({ news, about }) {
    const concerned = await kinds[news].to(about);
    // All or none: a retry then tells nobody twice.
    await enqueueEachTold(
      writeNews,
      concerned.map((to) => ({ news, about, to })),
      ({ to }) => mandateTold({ memberId: to, news, about }),
    );
  },
});

/** What somebody reads of a piece of news today; null once nothing is left of it. */
export async function findNewsWords(news: string, about: string, readerId: string): Promise<mails.Words | null> {
  const known = newsName.safeParse(news);
  return known.success ? kinds[known.data].words(about, { id: readerId }) : null;
}

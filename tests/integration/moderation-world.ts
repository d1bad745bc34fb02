import { randomUUID } from "node:crypto";
import { createDebate, createPerson, type Person, withoutLimits } from "@tests/support/worlds.ts";
import { type Actor, visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { accountJobs } from "@/features/accounts/index.ts";
import { appealDecision, decideCase, giveNotice, moderationJobs, reportObject } from "@/features/moderation/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import type { Mail } from "@/platform/mail.ts";
import { actorOfMember } from "@/platform/session.ts";

export const WORDS = "Ces mots visent une personne, et non ce qu’elle propose.";

/** Queues without workers, and no limits. */
export async function prepare(): Promise<void> {
  withoutLimits();
  await prepareJobs([...accountJobs, ...moderationJobs], { working: false });
}

export const acting = async (person: { id: string }) => ({ actor: await actorOfMember(person.id) });
export const asVisitor: { actor: Actor; address: string } = { actor: visitor, address: "203.0.113.9" };

/** Somebody who decides about everything of a scope. */
export const aDecider = (
  role: "section_leader" | "federation_admin" | "moderator" | "national_admin",
  scope = "national",
) => createPerson("Maud Modératrice", { adherent: true, mandates: [{ role, scope }] });

/** A debate with one contribution of somebody. */
export async function someWords(
  options: { audience?: "open" | "members" | "adherents"; scope?: string; author?: Person } = {},
) {
  const author = options.author ?? (await createPerson("Aline Auteure", { adherent: true, publicName: false }));
  const { id: debateId, contributionId } = await createDebate(
    options.audience ?? "open",
    options.scope ?? "national",
    author.id,
  );
  return { author, debateId, objectId: contributionId, kind: "contribution" as const };
}

/** One more contribution of a debate, or a reply. */
export async function moreWords(debateId: string, body: string, parentId: string | null = null): Promise<string> {
  const id = newId();
  const { lastSeq: seq } = await db.debate.update({ where: { id: debateId }, data: { lastSeq: { increment: 1 } } });
  const place = parentId ? { parentId } : { side: "pour" as const };
  await db.contribution.create({
    data: { id, debateId, seq, ...place, body, authorId: null, clientId: randomUUID(), createdAt: clock.now() },
  });
  return id;
}

type Words = { kind: string; objectId: string };
export const report = async (reporter: Person, { kind, objectId }: Words, rule = "1", words = WORDS) =>
  reportObject(await acting(reporter), { kind, objectId, rule, words });

export const noticeOf = ({ kind, objectId }: Words, email = `${newId()}@example.org`) => ({
  kind,
  objectId,
  rule: "10",
  words: WORDS,
  name: "Vera Visiteuse",
  email,
  goodFaith: "oui" as const,
});
export const notice = (words: Words, email?: string) => giveNotice(asVisitor, noticeOf(words, email));

export const caseOf = ({ kind, objectId }: Words) =>
  db.moderationCase.findUniqueOrThrow({ where: { kind_objectId: { kind, objectId } } });

export async function decide(decider: Person, words: Words, outcome: "nothing" | "hide", rule = "1") {
  const { id: caseId } = await caseOf(words);
  await decideCase(await acting(decider), { caseId, outcome, rule, words: "On parle ici de la personne." });
  return db.decision.findFirstOrThrow({ where: { caseId }, orderBy: { decidedAt: "desc" } });
}

/** Words that were reported, hidden, and answered by their author. */
export async function answeredWords(decider: Person, options: Parameters<typeof someWords>[0] = {}) {
  const words = await someWords(options);
  const reporter = await createPerson("Rémi Rapporteur");
  await report(reporter, words);
  const decision = await decide(decider, words, "hide");
  await appealDecision(await acting(words.author), { decisionId: decision.id, words: "Je parlais de son programme." });
  const appeal = await db.appeal.findUniqueOrThrow({ where: { decisionId: decision.id } });
  return { ...words, reporter, decision, appeal };
}

/** Runs the jobs that wait, as the queue would, and answers the mails that left; `sent` is what the mocked mail keeps. */
export async function deliver(sent: Mail[]): Promise<Mail[]> {
  sent.length = 0;
  const rows = await db.$queryRaw<{ name: string; data: never }[]>(sql`
    delete from pgboss.job where name like 'moderation.%' and state = 'created' returning name, data`);
  for (const { name, data } of rows) await moderationJobs.find((job) => job.name === name)?.run(data);
  return [...sent];
}

export const textOf = (mail: Mail | undefined) =>
  `${mail?.subject}\n${mail?.paragraphs.join("\n")}\n${mail?.link?.path}`;
export const factsNamed = (name: string, ids: Record<string, string>) =>
  db.fact.count({
    where: { name, AND: Object.entries(ids).map(([key, equals]) => ({ ids: { path: [key], equals } })) },
  });

/** How many reports of these words wait. */
export const waitingIn = ({ kind, objectId }: Words) =>
  db.report.count({ where: { case: { kind, objectId }, decisionId: null } });

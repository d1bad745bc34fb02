import { newId } from "@/core/ids.ts";
import { db } from "@/platform/db/client.ts";
import type { Person } from "./speakers.ts";
import { typeset } from "./stories/tale.ts";
import { HOUR, type Line } from "./telling.ts";

/** Something said that this story comes back to. */
export type Told = Line & { scope: string; hiddenAt?: number };

type Affair = {
  /** The tag of what was said. */
  about: string;
  rule: number;
  /** By members, or a visitor's notice. */
  reports: readonly { words: string; visitor?: { name: string; email: string } }[];
  /** Hours after it was said; waits when there is none. */
  decision?: { outcome: "hide" | "nothing"; by: string; after: number; words: string };
};

const affairs: readonly Affair[] = [
  {
    about: "insult",
    rule: 1,
    reports: [
      { words: "Il se moque de l’âge de la personne qui parlait du bruit. On peut être contre le 30 sans cela." },
      { words: "Insulte, et en plus ce n’est pas un argument." },
    ],
    decision: {
      outcome: "hide",
      by: "cast00000005",
      after: 7,
      words:
        "Cette contribution s’en prend à une participante, à son âge et à ce qu’elle entend, et traite les autres de « bêtes ». Le désaccord sur la vitesse a toute sa place ici : redis-le sans viser personne.",
    },
  },
  {
    about: "roger",
    rule: 4,
    reports: [
      {
        words:
          "Je ne suis pas sûr que Roger soit d’accord pour que l’on parle de sa santé devant toute la section. À voir avec lui, sans fâcher personne.",
      },
    ],
  },
  {
    about: "twenty",
    rule: 6,
    reports: [{ words: "Vingt millions : d’où sort ce chiffre ? Aucune source." }],
    decision: {
      outcome: "nothing",
      by: "cast00000005",
      after: 6,
      words:
        "Un ordre de grandeur discuté dans les réponses n’est pas une fausse nouvelle. La règle 6 invite à donner sa source : demande-la dans le débat, c’est la bonne manière.",
    },
  },
  {
    about: "soil",
    rule: 6,
    reports: [
      {
        words: "Les prix de dépollution cités ne correspondent pas à ceux de l’étude publique. Merci de vérifier.",
        visitor: { name: "Claire Delattre", email: "claire.delattre@visite.example" },
      },
    ],
  },
];

/** When what was said is hidden, and by whom. */
export function hidings({ at, tag }: Line): { hiddenAt?: number; hiddenById?: string } {
  const decision = affairs.find(({ about }) => about === tag)?.decision;
  return decision?.outcome === "hide" ? { hiddenAt: at + decision.after * HOUR, hiddenById: decision.by } : {};
}

/** Reports made and decided, and those that wait. */
export async function tellModeration(told: ReadonlyMap<string, Told>, people: readonly Person[]): Promise<void> {
  for (const [index, affair] of affairs.entries()) {
    const object = told.get(affair.about);
    if (!object) throw new Error(`nobody said what is reported: ${affair.about}`);
    await tellAffair(affair, object, reportersOf(object, people).slice(2 * index));
  }
}

/** Members of Clermont-Ferrand: they may read what is reported here. */
const reportersOf = ({ authorId }: Told, people: readonly Person[]) =>
  people.filter(
    ({ id, scope, suspended }) =>
      scope === "national/63/63113" && !id.startsWith("cast") && !suspended && id !== authorId,
  );

async function tellAffair(
  { rule, reports, decision }: Affair,
  { id: objectId, scope, at }: Told,
  reporters: readonly Person[],
): Promise<void> {
  const hoursLater = (hours: number) => new Date(at + hours * HOUR);
  const caseId = newId();
  await db.moderationCase.create({
    data: { id: caseId, kind: "contribution", objectId, scope, openedAt: hoursLater(1) },
  });
  const decisionId = decision ? newId() : null;
  if (decision && decisionId) {
    const { outcome, by: decidedById, after, words } = decision;
    const cited = outcome === "hide" ? rule : null;
    await db.decision.create({
      data: {
        id: decisionId,
        caseId,
        outcome,
        rule: cited,
        words: typeset(words),
        decidedById,
        decidedAt: hoursLater(after),
      },
    });
  }
  await db.report.createMany({
    data: reports.map(({ words, visitor }, index) => ({
      ...{ id: newId(), caseId, rule, words: typeset(words), decisionId, reportedAt: hoursLater(1 + index) },
      reporterId: visitor ? null : (reporters[index]?.id ?? null),
      noticeName: visitor?.name ?? null,
      noticeEmail: visitor?.email ?? null,
    })),
  });
}

/** Somebody in a conversation reports its message of this number; it waits for the moderators of the whole country. */
export async function tellMessageReport(
  conversationId: string,
  seq: number,
  { rule, words, reporterId, at }: { rule: number; words: string; reporterId: string; at: Date },
): Promise<void> {
  const { id: objectId } = await db.message.findFirstOrThrow({ where: { conversationId, seq } });
  const caseId = newId();
  await db.moderationCase.create({ data: { id: caseId, kind: "message", objectId, scope: "national", openedAt: at } });
  await db.report.create({
    data: { id: newId(), caseId, rule, words: typeset(words), reporterId, reportedAt: at },
  });
}

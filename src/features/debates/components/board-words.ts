import type { DebateOrder, DebatePhase, Side } from "../debate.rules.ts";

export const sideWords: Record<Side, string> = { pour: "Pour", contre: "Contre", neutre: "Neutre" };

/** How an order is called in a URL (debate.schema.ts) and on its chip. */
export const orderWords: Record<DebateOrder, { name: string; label: string }> = {
  newest: { name: "recentes", label: "Récentes" },
  agreed: { name: "partagees", label: "Les plus approuvées" },
  divided: { name: "debattues", label: "Les plus disputées" },
  awaiting: { name: "a-voter", label: "À voter" },
};

export const phaseWords: Record<DebatePhase, string> = {
  upcoming: "À venir",
  ideas: "Idées",
  debate: "Débat",
  vote: "Vote",
  synthesis: "Synthèse",
  closed: "Clos",
};

type Address = { ordre?: DebateOrder; cote: Side } & Partial<Record<Side, number>>;

/** Where a debate's page is, in an order, on a side, after a contribution. */
export function addressOf({ ordre = "newest", ...rest }: Address): string {
  const parameters = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)]));
  if (ordre !== "newest") parameters.set("ordre", orderWords[ordre].name);
  return `?${parameters}`;
}

import type { HappenedEntry } from "./log-blocks.ts";

type Somebody = { id: string; name: string } | null;

/** What happened, as whoever reads would say it: "Inès a ajouté Samir", "Tu as ajouté Samir", "Inès t’a ajouté·e". */
export function happenedWords({ kind, by, whom, words }: HappenedEntry, me: string): string {
  const mine = by?.id === me;
  const who = by?.name ?? "Quelqu’un";
  switch (kind) {
    case "named":
      if (!words) return mine ? "Tu as retiré le nom de la conversation" : `${who} a retiré le nom de la conversation`;
      return mine ? `Tu as appelé la conversation « ${words} »` : `${who} a appelé la conversation « ${words} »`;
    case "added":
      if (whom?.id === me) return `${who} t’a fait entrer ici`;
      return mine ? `Tu as ajouté ${nameOf(whom)}` : `${who} a ajouté ${nameOf(whom)}`;
    case "removed":
      if (whom?.id === me) return `${who} t’a retiré·e de la conversation`;
      return mine ? `Tu as retiré ${nameOf(whom)}` : `${who} a retiré ${nameOf(whom)}`;
    case "left":
      return `${(whom ?? by)?.name ?? "Quelqu’un"} a quitté la conversation`;
    case "assigned":
      return assignedWords(by, whom, me);
  }
}

function assignedWords(by: Somebody, whom: Somebody, me: string): string {
  if (!by && !whom) return "Plus personne ne s’occupe de cette conversation";
  const who = by?.id === me ? "Tu" : (by?.name ?? "Quelqu’un");
  const verb = who === "Tu" ? "as" : "a";
  if (!whom) return `${who} ${verb} laissé cette conversation à qui voudra répondre`;
  if (whom.id === by?.id) return who === "Tu" ? "Tu t’occupes de répondre" : `${who} s’occupe de répondre`;
  return whom.id === me
    ? `${who} t’a confié cette conversation`
    : `${who} ${verb} confié cette conversation à ${whom.name}`;
}

const nameOf = (somebody: Somebody) => somebody?.name ?? "quelqu’un";

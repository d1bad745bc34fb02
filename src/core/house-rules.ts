/** The rules that moderation cites, by number. A number never changes its rule: add at the end. */
export const houseRules = [
  {
    number: 1,
    title: "On discute les idées, jamais les personnes",
    text: "Dis ton désaccord, même vif. Pas d’insulte, de moquerie sur ce que quelqu’un est, ni de procès d’intention.",
  },
  {
    number: 2,
    title: "Aucune haine, aucune discrimination",
    text: "Racisme, antisémitisme, sexisme, LGBTphobies, validisme, haine des religions ou de l’absence de religion : c’est contraire à la loi et à ce que nous sommes.",
  },
  {
    number: 3,
    title: "Personne n’est harcelé",
    text: "Ni menaces, ni messages répétés à qui n’en veut plus, ni appel à se mettre à plusieurs contre quelqu’un.",
  },
  {
    number: 4,
    title: "Ce qui se dit ici reste à qui l’a dit",
    text: "Ne publie ni les coordonnées, ni l’adresse, ni l’engagement d’une autre personne sans son accord. Une opinion politique est une donnée sensible : pas de capture d’écran qui sorte un nom d’ici.",
  },
  {
    number: 5,
    title: "On parle en son nom",
    text: "Un compte par personne, sous un nom par lequel on peut te connaître. Pas de faux comptes, et personne ne se fait passer pour quelqu’un d’autre ni pour une responsabilité qu’il n’a pas.",
  },
  {
    number: 6,
    title: "On dit d’où l’on tient ce qu’on avance",
    text: "Un chiffre, une citation, une accusation : donne la source, et corrige-toi quand tu t’es trompé·e. Une fausse nouvelle répandue en connaissance de cause n’a pas sa place ici.",
  },
  {
    number: 7,
    title: "Un argument à la fois, dans le bon débat",
    text: "Reste sur la question posée, lis avant d’écrire, ne répète pas dix fois la même chose. Ce qui mérite un autre débat mérite son propre débat.",
  },
  {
    number: 8,
    title: "Ni publicité, ni démarchage",
    text: "Pas de vente, de chaîne, de collecte d’argent sauvage ni de lien déguisé. Les collectes d’une organisation politique suivent la loi.",
  },
  {
    number: 9,
    title: "On joue franc jeu",
    text: "Pas de votes en bande organisée avec de faux comptes, de robots ni de contournement des limites. Une faille trouvée se signale, elle ne s’exploite pas.",
  },
  {
    number: 10,
    title: "La loi s’applique ici comme ailleurs",
    text: "Diffamation, incitation à la violence, apologie de crimes, atteinte à la vie privée, contrefaçon : ce qui est interdit dehors l’est dedans.",
  },
] as const;

export type RuleNumber = (typeof houseRules)[number]["number"];

/** Whether there is a rule of this number. */
export function isRule(number: number): number is RuleNumber {
  return houseRules.some((rule) => rule.number === number);
}

/** "règle 3, « Personne n’est harcelé »". */
export function ruleWords(number: number): string {
  const rule = houseRules.find((one) => one.number === number);
  return rule ? `règle ${rule.number}, « ${rule.title} »` : `règle ${number}`;
}

/** Every reason that a person may be given, with its sentence. A reason missing here does not compile. */
export const reasons = {
  // The kernel's own
  absent: "Cette page n’existe pas, ou tu n’y as pas accès.",
  fault: "Quelque chose s’est mal passé de notre côté. Réessaie dans un instant.",
  database_away: "La Coopol reprend son souffle. Réessaie dans quelques secondes.",
  too_fast: "Tu vas un peu vite. Réessaie dans un instant.",
  bad_input: "Vérifie les champs signalés.",
  sign_in_first: "Connecte-toi pour continuer.",
  suspended: "Ton compte est suspendu.",
  not_yours: "Tu ne peux pas faire cela.",
  changed_meanwhile: "Cela vient de changer. Recharge la page et réessaie.",
  // Accounts
  wrong_code: "Ce code n’est pas le bon, ou il a expiré.",
  wrong_password: "L’adresse ou le mot de passe ne correspond pas.",
  wrong_own_password: "Ce n’est pas ton mot de passe actuel.",
  common_password: "Ce mot de passe est trop courant. Choisis-en un autre.",
  too_young: "La Coopol est ouverte à partir de 15 ans.",
  last_national_admin: "Il doit rester au moins une personne à l’administration nationale.",
  beyond_own_mandate: "Tu ne peux pas donner plus que ce que tu as.",
  unknown_commune: "Choisis ta commune dans la liste.",
  email_taken: "Cette adresse ne peut pas être utilisée.",
  // Debates
  debate_not_open_yet: "Ce débat n’a pas encore commencé.",
  debate_closed: "Ce débat est clos : on peut le relire, mais plus y écrire.",
  public_name_unanswered: "Dis-nous d’abord si ton nom peut apparaître publiquement.",
} as const satisfies Record<string, string>;

export type Reason = keyof typeof reasons;

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
  debate_closed: "Ce débat est clos : on peut le relire, mais plus y écrire.",
  only_votes_now: "C’est le moment du vote : on ne publie plus de contributions.",
  no_votes_yet: "On ne vote pas encore : c’est le temps des idées.",
  no_replies_yet: "On ne répond pas encore : c’est le temps des idées.",
  take_a_side: "Le débat est lancé : choisis « pour » ou « contre ».",
  too_late_to_edit: "On peut modifier une contribution pendant dix minutes ; ce temps est passé.",
  not_the_next_phase: "Un débat avance d’étape en étape : cette étape est déjà passée.",
  reopened_already: "Cette étape vient d’être rouverte : un débat ne recule pas deux fois de suite.",
  nothing_to_reopen: "Il n’y a pas d’étape à rouvrir.",
  synthesis_missing: "Publie la synthèse avant de clore le débat.",
  not_the_synthesis_phase: "La synthèse s’écrit une fois la participation terminée.",
  too_late_to_reframe: "Le débat est lancé : sa question ne change plus.",
  cannot_host: "Cette personne ne peut pas animer ce débat.",
  public_name_unanswered: "Dis-nous d’abord si ton nom peut apparaître publiquement.",
  // Moderation
  own_words: "Ce sont tes propres mots : une autre personne s’en occupe.",
  own_report: "Tu as signalé ces mots : une autre personne décide.",
  own_decision: "Tu as pris la première décision : une autre personne répond.",
  already_decided: "Quelqu’un vient de décider. Recharge la page pour lire sa décision.",
  already_answered: "Tu as déjà répondu une fois : une autre personne décide, et c’est la fin.",
  nothing_to_answer: "Cette décision ne retire rien : il n’y a rien à contester.",
  // Pictures
  image_missing: "Choisis une image.",
  image_too_heavy: "Cette image est trop lourde : 5 Mo au plus.",
  image_too_large: "Cette image est trop grande : 25 millions de pixels au plus.",
  image_of_another_kind: "Choisis une image JPEG, PNG, WebP, AVIF ou GIF.",
  image_unreadable: "Cette image est abîmée ou illisible. Essaies-en une autre.",
} as const satisfies Record<string, string>;

export type Reason = keyof typeof reasons;

/** To whom something is shown, from the nearest to the widest. */
export const visibilities = ["coopains", "section", "members", "everyone"] as const;
export type Visibility = (typeof visibilities)[number];

/** What a member shows or not, each on its own. The card is her name and her section. */
export const fields = [
  "card",
  "photo",
  "presentation",
  "status",
  "skills",
  "interests",
  "links",
  "mandates",
  "activity",
  "coopains",
  "offer",
] as const;
export type Field = (typeof fields)[number];

/** Who sees a field of somebody who never chose: few. Nothing is for everyone by default. */
export const defaults: Record<Field, Visibility> = {
  card: "section",
  photo: "section",
  presentation: "section",
  status: "coopains",
  skills: "section",
  interests: "section",
  links: "coopains",
  mandates: "members",
  activity: "coopains",
  coopains: "coopains",
  offer: "section",
};

/** Whether a field shown this widely reaches a reader this near: one sees what is as wide as one is near. */
export function reaches(shownTo: Visibility, reader: Visibility): boolean {
  return visibilities.indexOf(shownTo) >= visibilities.indexOf(reader);
}

/** The widest that a field may be shown: who her coopains are says something of them, so that it stays among members. */
export function widest(field: Field): Visibility {
  return field === "coopains" ? "members" : "everyone";
}

/** The fields as screens name them. */
export const fieldWords: Record<Field, string> = {
  card: "Mon nom et ma section",
  photo: "Ma photo",
  status: "Mon mot du moment",
  presentation: "Ma présentation",
  mandates: "Mes responsabilités",
  skills: "Ce que je sais faire",
  interests: "Ce qui m’intéresse",
  links: "Mes liens",
  offer: "Mon engagement à la carte",
  activity: "Mon activité récente",
  coopains: "Mes coopains",
};

export const visibilityWords: Record<Visibility, string> = {
  coopains: "Mes coopains",
  section: "Ma section et mes coopains",
  members: "Tous les membres",
  everyone: "Tout le monde, sur le web",
};

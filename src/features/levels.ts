/** The features from the lowest level up: each may import only from levels before its own, through `index.ts`. */
export const levels: readonly (readonly string[])[] = [
  ["territory"],
  ["accounts"],
  ["profiles"],
  ["mandates"],
  ["debates"],
  ["groups"],
  ["posts", "group-files", "group-notes", "shifts"],
  ["events"],
  ["participation", "field-reports"],
  ["agenda"],
  ["sections"],
  ["coopains"],
  ["desk"],
  ["activity", "feed", "home", "moderation"],
  ["personal-data"],
];

export { loadTerritory } from "./commands/load-territory.ts";
export {
  findCommune,
  findCommunePoint,
  listCountries,
  searchCommunes,
} from "./territory.queries.ts";
export { ABROAD, searchName } from "./territory.rules.ts";
export type { CommuneView, HomeView } from "./territory.views.ts";

import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Member } from "@/core/actor.ts";
import { getAgenda, listEventsOfScope } from "@/features/agenda/index.ts";
import { getFigures } from "@/features/field-reports/index.ts";
import { singletons } from "@/platform/singletons.ts";
import { peopledWorld, plansOf, readersOf } from "./people-world.ts";
import { type Case, type Compared, compare, row } from "./side-by-side.ts";

/** Neighbours on the map with a fortieth of the country's people: where 5,000 events stand as dense as 200,000. */
const BEGINNING = ["15", "42", "63"];
const SIZES = {
  small: { members: 2_500, ties: 25_000, events: 5_000, federations: BEGINNING },
  large: { members: 100_000, ties: 1_000_000, events: 200_000 },
};
const READERS = 101;
const ROUNDS = 303;

/** What members ask of the agenda, as its pages do. */
const cases: Case[] = [
  { name: "agenda, mine", ask: (reader) => getAgenda(reader, { voir: "miens" }) },
  { name: "agenda, section", ask: (reader) => getAgenda(reader, { voir: "section" }) },
  { name: "agenda, federation", ask: (reader) => getAgenda(reader, { voir: "federation" }) },
  {
    name: "agenda, near me",
    ask: (reader, turn) => getAgenda(reader, { voir: "pres", distance: String([5, 10, 20][turn % 3]) }),
  },
  { name: "agenda, near me, short of people", ask: (reader) => getAgenda(reader, { voir: "pres", manque: "oui" }) },
  { name: "agenda, public", ask: (reader) => getAgenda(reader, { voir: "public" }) },
  { name: "agenda, month of the section", ask: (reader) => getAgenda(reader, { voir: "section", vue: "mois" }) },
  { name: "section page, next events", ask: (reader) => listEventsOfScope(reader, reader.section.scope, 5) },
  { name: "figures of the section", ask: (reader) => getFigures(reader, placeOf(reader)) },
];

function placeOf({ section }: Member) {
  const [, federation, id] = section.scope.split("/");
  return { federation, section: id };
}

/** The agenda of a party of 100,000 with 200,000 events and 2,000,000 sign-ups beside one of 5,000 events, in one run. */
export async function benchAgenda(args: string[]) {
  const option = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: { plans: option, kept: option, only: option, json: { type: "boolean" } },
  });
  singletons.limits = { consume: async () => {} };
  const worlds = {
    small: await peopledWorld("agenda_small", SIZES.small, values.kept),
    large: await peopledWorld("agenda_large", SIZES.large, values.kept),
  };
  for (const [name, { generated }] of Object.entries(worlds)) console.error(`${name}: ${JSON.stringify(generated)}`);
  const readers = {
    small: await readersOf(worlds.small, READERS, BEGINNING),
    large: await readersOf(worlds.large, READERS, BEGINNING),
  };
  console.error("| what | 5,000 events | 200,000 events | bare | ratio | pages |\n|---|---|---|---|---|---|");
  const results: Record<string, Compared> = {};
  const plans: string[] = [];
  for (const { name, ask } of cases.filter((one) => !values.only || one.name.includes(values.only))) {
    const compared = await compare(worlds, readers, ask, ROUNDS);
    results[name] = compared;
    console.error(row(name, compared));
    const reader = readers.large[7];
    if (values.plans && reader) plans.push(`## ${name}\n\n${await plansOf(worlds.large, () => ask(reader, 1))}\n`);
  }
  if (values.plans) writeFileSync(values.plans, plans.join("\n"));
  return { generated: { small: worlds.small.generated, large: worlds.large.generated }, results };
}

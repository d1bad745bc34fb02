import type { Actor, Member } from "@/core/actor.ts";
import { federationScope, NATIONAL } from "@/core/scope.ts";
import { zonedDay, zoneOfScope } from "@/core/zoned-time.ts";
import { listDebatesOfScope } from "@/features/debates/index.ts";
import { findCommune } from "@/features/territory/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { findLastOfKind, type LastEventView, listLastOfKinds } from "./edit-event.queries.ts";
import { creationRight } from "./event.policy.ts";
import { type EventKind, eventKinds } from "./event.rules.ts";
import {
  type CreationPlaceView,
  type HostGroupView,
  listCreationScopes,
  listHostGroups,
} from "./event-desk.queries.ts";
import { type EventFormValues, templateValues } from "./event-form.rules.ts";

export type LinkableDebateView = { id: string; question: string };

/** Where a new event begins: what she wants to organise, or the form of that kind as it is filled at first. */
export type NewEventView =
  | { step: "kind"; last: LastEventView[]; proposes: boolean; group: HostGroupView | null }
  | {
      step: "form";
      /** In whose name she may organise, besides her places; `group`: the one that she comes from. */
      groups: HostGroupView[];
      group: HostGroupView | null;
      kind: EventKind;
      values: EventFormValues;
      likeLast: boolean;
      places: CreationPlaceView[];
      scope: string | undefined;
      /** She may only propose. */
      proposes: boolean;
      debates: LinkableDebateView[];
    };

/** What a member who sets an event up begins with; `type` and `comme` are what the page's address asks for. */
export async function getNewEvent(
  member: Member,
  { type, comme, groupe }: { type?: unknown; comme?: unknown; groupe?: unknown },
): Promise<NewEventView> {
  const home = member.section.scope;
  const [places, kept] = await Promise.all([listCreationScopes(member), listHostGroups(member)]);
  const group = kept.find(({ id }) => id === groupe) ?? null;
  const proposes = !group && places.every(({ scope }) => creationRight(member, scope) === "propose");
  const kind = eventKinds.find((one) => one === type);
  if (!kind) return { step: "kind", last: await listLastOfKinds(member, group?.id), proposes, group };
  const [last, commune, debates] = await Promise.all([
    comme === "derniere" ? findLastOfKind(member, kind, group?.id) : null,
    communeOf(member),
    kind === "debate" ? listLinkableDebates(member, { scope: home }) : [],
  ]);
  const today = zonedDay(clock.now(), zoneOfScope(home));
  const template = templateValues(kind, { today, commune });
  const values = last?.values ?? (group ? ofGroup(template) : template);
  const scope = last?.scope ?? (places.some((place) => place.scope === home) ? home : undefined);
  return { step: "form", kind, values, likeLast: last !== null, places, scope, proposes, debates, groups: kept, group };
}

/** What is usual for a section, said of a group: for its members. */
const ofGroup = (template: EventFormValues): EventFormValues => ({
  ...template,
  title: (template.title ?? "").replace(/de (?:la )?section/, "du groupe"),
  audience: "group",
});

/** Where most of her section's members live: its own commune, or its most inhabited one. */
async function communeOf(member: Member): Promise<{ code: string; label: string } | null> {
  const [row] = await readRows<{ code: string }>(sql`
    select c.code from commune c where c.section_id = ${member.section.id} order by c.population desc, c.code limit 1`);
  const commune = row && (await findCommune(row.code));
  return commune ? { code: commune.code, label: commune.label } : null;
}

const DEBATES_SHOWN = 12;

/** Debates that an event of a territory may be about: of it, of its federation, of the country; the one it has first. */
export async function listLinkableDebates(
  actor: Actor,
  { scope, debate }: { scope: string; debate?: LinkableDebateView | null },
): Promise<LinkableDebateView[]> {
  const scopes = [...new Set([scope, federationScope(scope) ?? NATIONAL, NATIONAL])];
  const found = (await Promise.all(scopes.map((one) => listDebatesOfScope(actor, one, DEBATES_SHOWN)))).flat();
  const known = debate ? [debate] : [];
  return [...known, ...found.filter(({ id }) => id !== debate?.id)].map(({ id, question }) => ({ id, question }));
}

import type { Actor } from "@/core/actor.ts";
import { ofPlace } from "@/core/french-places.ts";
import { paths } from "@/core/paths.ts";
import type { Scope } from "@/core/scope.ts";
import { canKeepGroup, canLeadGroup, canPostInGroup, canWorkInGroup } from "./group.policy.ts";
import type { GroupEntry, GroupKind, GroupRole, GroupStanding, Theme } from "./group.rules.ts";
import {
  canAskToJoin,
  canEditGroup,
  canFollowGroup,
  canJoinGroup,
  canLeaveGroup,
  canVisitGroup,
} from "./membership.policy.ts";

/** A territory by its full name, and its page. */
export type GroupPlaceView = { name: string; href: string | null };
export type GroupPlaceRow = {
  section: string | null;
  section_slug: string | null;
  federation: string | null;
  federation_slug: string | null;
};

/** "Section Riom", "Fédération du Puy-de-Dôme", "Toute la France". */
export function toGroupPlace({ section, section_slug, federation, federation_slug }: GroupPlaceRow): GroupPlaceView {
  if (section && section_slug && federation_slug)
    return {
      name: `Section ${section}`,
      href: paths.section({ slug: section_slug, federation: { slug: federation_slug } }),
    };
  if (federation && federation_slug)
    return { name: `Fédération ${ofPlace(federation)}`, href: paths.federation({ slug: federation_slug }) };
  return { name: "Toute la France", href: null };
}

export type GroupRow = GroupStanding &
  GroupPlaceRow & {
    id: string;
    slug: string;
    name: string;
    purpose: string;
    about: string;
    rules: string;
    questions: string[];
    themes: Theme[];
    cover_id: string | null;
    member_count: number | null;
    invited: boolean;
  };

/** What a reader may do with a group; each is asked again when it is done. */
export type GroupCan = {
  post: boolean;
  work: boolean;
  keep: boolean;
  lead: boolean;
  /** Its card and its rules: as a lead, or by a mandate. */
  edit: boolean;
  join: boolean;
  /** Ask to come in. */
  ask: boolean;
  follow: boolean;
  leave: boolean;
  /** Of the national level: enter it after having said why. */
  visit: boolean;
};

/** A group as its pages show it to one reader. */
export type GroupView = {
  id: string;
  slug: string;
  name: string;
  purpose: string;
  about: string;
  rules: string;
  questions: string[];
  kind: GroupKind;
  entry: GroupEntry;
  adherentsOnly: boolean;
  scope: Scope;
  place: GroupPlaceView;
  themes: Theme[];
  coverId: string | null;
  role: GroupRole | null;
  reads: boolean;
  /** Whether names, files, notes and members are hers to read, too: never a visitor's. */
  within: boolean;
  postedBy: GroupRole;
  /** By a mandate: its card, its rules, a manager. */
  oversees: boolean;
  /** Taken out by who keeps it. */
  removed: boolean;
  /** Null for federations and the country, and for visitors: small numbers would tell who. */
  memberCount: number | null;
  invited: boolean;
  can: GroupCan;
};

export function toGroupView(row: GroupRow, actor: Actor): GroupView {
  return {
    ...{ id: row.id, slug: row.slug, name: row.name, purpose: row.purpose, about: row.about, rules: row.rules },
    ...{ questions: row.questions, kind: row.kind, entry: row.entry, adherentsOnly: row.adherentsOnly },
    ...{ scope: row.scope, place: toGroupPlace(row), themes: row.themes, coverId: row.cover_id },
    ...{
      role: row.role,
      reads: row.reads,
      postedBy: row.postedBy,
      oversees: row.oversees,
      removed: row.removed,
      invited: row.invited,
    },
    within: row.reads && actor.kind !== "visitor",
    memberCount: actor.kind === "visitor" ? null : row.member_count,
    can: {
      post: row.reads && canPostInGroup(actor, row).allowed,
      work: row.reads && canWorkInGroup(actor, row).allowed,
      keep: row.reads && canKeepGroup(actor, row).allowed,
      lead: row.reads && canLeadGroup(actor, row).allowed,
      edit: canEditGroup(actor, row).allowed,
      join: canJoinGroup(actor, row).allowed,
      ask: canAskToJoin(actor, row).allowed,
      follow: canFollowGroup(actor, row).allowed,
      leave: canLeaveGroup(actor, row).allowed,
      visit: canVisitGroup(actor, row).allowed,
    },
  };
}

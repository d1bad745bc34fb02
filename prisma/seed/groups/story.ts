import type { GroupEntry, GroupKind, GroupRole, Theme } from "@/features/groups/index.ts";
import type { EventStory } from "../field-story.ts";
import type { Scene } from "./scenes.ts";

/** Who says something: one of the cast by her id, or somebody of the group whose words let hear a woman, a man, either. */
export type Voice = `cast${string}` | "f" | "m" | "x";
export type ReactionKind = "solidaire" | "merci" | "bravo" | "partant" | "question";

export type CommentStory = {
  by: Voice;
  /** Hours after the post. */
  after: number;
  body: string;
  reactions?: Partial<Record<ReactionKind, number>>;
};

export type PostStory = {
  by: Voice;
  /** How many days ago. */
  ago: number;
  body: string;
  pinned?: true;
  adherentsOnly?: true;
  /** What it said before it was edited. */
  was?: string;
  photos?: readonly { scene: Scene; description: string }[];
  /** Of the cast, named in it with an "@". */
  mentions?: readonly Voice[];
  /** A name by which another wall shares it. */
  key?: string;
  shares?: string;
  reactions?: Partial<Record<ReactionKind, number>>;
  comments?: readonly CommentStory[];
};

/** A wall that is told. */
export type WallStory = { posts: readonly PostStory[] };
/** That of a place's own group. */
export type PlaceWall = WallStory & { place: string };

export type NoteStory = { title: string; by: Voice; ago: number; body: string; before?: readonly string[] };
export type FileStory = { name: string; by: Voice; ago: number } & ({ scene: Scene } | { lines: readonly string[] });

/** An event of a group stands where it does. */
export type GroupEventStory = Omit<EventStory, "key" | "scope">;

/** A group that members formed. */
export type GroupStory = WallStory & {
  key: string;
  name: string;
  purpose: string;
  about?: string;
  kind: Exclude<GroupKind, "place">;
  scope: string;
  themes: Theme[];
  entry: GroupEntry;
  adherentsOnly?: true;
  postedBy?: GroupRole;
  questions?: string[];
  rules?: string;
  cover?: Scene;
  /** How many days ago it was formed. */
  ago: number;
  named: readonly (readonly [`cast${string}`, GroupRole])[];
  /** How many more of its territory are in it. */
  members: number;
  followers?: number;
  notes?: readonly NoteStory[];
  files?: readonly FileStory[];
  events?: readonly GroupEventStory[];
  /** Who asks to come in, with her answers. */
  requests?: readonly { by: Voice; ago: number; answers: readonly string[]; words: string }[];
  invitations?: readonly { to: `cast${string}`; by: `cast${string}`; ago: number; words: string }[];
  visits?: readonly { by: `cast${string}`; ago: number; purpose: string }[];
};

export const [INES, YANIS, MARYSE, BRUNO, AWA, HELENE, SAMUEL] = [
  "cast00000001",
  "cast00000002",
  "cast00000003",
  "cast00000004",
  "cast00000005",
  "cast00000006",
  "cast00000007",
] as const;

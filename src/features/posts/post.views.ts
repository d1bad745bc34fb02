import type { Actor } from "@/core/actor.ts";
import { type Mention, type MentionView, masked, withMentions } from "@/core/mentions.ts";
import { paths } from "@/core/paths.ts";
import type { PhotoView } from "@/core/photo.ts";
import { type RichText, richText } from "@/core/rich-text.ts";
import { groupHeading } from "@/features/groups/index.ts";
import type { VideoView } from "./photo.views.ts";
import {
  canAnswerPost,
  canEdit,
  canPin,
  canReactToComment,
  canRemoveComment,
  canRemovePost,
  canShare,
  type PostStanding,
} from "./post.policy.ts";
import type { PostAudience, ReactionKind } from "./post.rules.ts";

/** Who signs, as this very reader may know her. */
export type AuthorView = {
  label: string;
  place: string | null;
  named: boolean;
  href?: string;
  photo?: string;
};

export type ReactionView = { kind: ReactionKind; count: number };

type Words = {
  id: string;
  author: AuthorView;
  /** Milliseconds. */
  at: number;
  edited: boolean;
  body: string;
  /** The same with its markup and its mentions; null when it has none. */
  rich: RichText | null;
  mentions: MentionView[];
  reactions: ReactionView[];
  /** The reader's own reaction. */
  mine: ReactionKind | null;
  /** The reader wrote it. */
  own: boolean;
  /** The browser's id of what the reader sent: her screen knows it again. */
  clientId: string | null;
};

export type PostView = Words & {
  /** A post inside: "hidden" where it does not reach this reader. */
  shared: PostView | "hidden" | null;
  photos: PhotoView[];
  video: VideoView | null;
  /** It has no words, and what it shows is for members: a visitor is told so. */
  forMembers: boolean;
  commentCount: number;
  pinned: boolean;
  adherentsOnly: boolean;
  group: { id: string; slug: string; name: string } | null;
  /** Of a profile's post. */
  audience: PostAudience | null;
  can: {
    edit: boolean;
    remove: boolean;
    pin: boolean;
    comment: boolean;
    react: boolean;
    share: boolean;
    report: boolean;
    history: boolean;
  };
};

export type CommentView = Words & {
  postId: string;
  can: { edit: boolean; remove: boolean; react: boolean; report: boolean; history: boolean };
};

/** What it said before, oldest first, and until when (milliseconds). */
export type RevisionView = { body: string; until: number };

export type WallView = { pinned: PostView[]; posts: PostView[]; next: string | null };
export type CommentsView = { comments: CommentView[]; next: string | null };

/** How somebody signs: what was read of her. */
export type PersonRow = {
  author_id: string | null;
  author: string | null;
  adherent: boolean;
  section: string | null;
  federation: string | null;
};
type WordsRow = PersonRow & {
  id: string;
  body: string;
  created_at: Date;
  edited: boolean;
  client_id: string;
  reactions: ReactionView[] | null;
  mine: ReactionKind | null;
  mentions: (Mention & { slug: string | null; seen: boolean })[] | null;
};
export type PostRow = WordsRow &
  PostStanding & {
    pinned: boolean;
    shared_id: string | null;
    comment_count: number;
    /** It shows photos, a video. */
    pictured: boolean;
    filmed: boolean;
    slug: string | null;
    group_name: string | null;
    /** Of a place's own group: which one. */
    group_place: string | null;
  };
export type CommentRow = WordsRow & {
  post_id: string;
  closed_comment: boolean;
} & PostStanding;

/** Her card, where it reaches the reader. */
export type Signer = { id: string; photo: string | null };

/**
 * How somebody signs. A visitor reads a name only on the profile of who shows herself on the web: what members agreed to
 * for open debates was asked of debates alone.
 */
export function toAuthor(actor: Actor, row: PersonRow, signer: Signer | undefined, onProfile = false): AuthorView {
  if (row.author === null || row.author_id === null) return { label: "Compte supprimé", place: null, named: false };
  const { author: name, author_id: id } = row;
  if (actor.kind === "visitor" && !onProfile)
    return { label: row.adherent ? "Un·e adhérent·e" : "Un·e sympathisant·e", place: row.federation, named: false };
  const place = actor.kind === "visitor" ? row.federation : row.section && `Section ${row.section}`;
  if (!signer) return { label: name, place, named: true };
  const photo = signer.photo && paths.api.memberPhoto(id, signer.photo);
  return { label: name, place, named: true, href: paths.member({ id, name }), ...(photo && { photo }) };
}

function toWords(actor: Actor, row: WordsRow, author: AuthorView): Words {
  const mentions = (row.mentions ?? []).map(
    ({ kind, id, label, slug, seen }): MentionView => ({
      kind,
      id,
      label,
      href: !seen
        ? null
        : kind === "member"
          ? paths.member({ id, name: label })
          : paths.group({ id, slug: slug ?? "" }),
    }),
  );
  const reader = actor.kind === "visitor";
  const body = reader ? masked(row.body, mentions) : row.body;
  // What does not reach her has no id for her either: words like any others.
  const shown = mentions.filter(({ kind, href }) => href !== null && !(reader && kind === "member"));
  const own = actor.id !== null && row.author_id === actor.id;
  return {
    id: row.id,
    author,
    at: row.created_at.getTime(),
    edited: row.edited,
    body,
    rich: withMentions(body, richText(body), shown),
    mentions: shown,
    reactions: row.reactions ?? [],
    mine: row.mine,
    own,
    clientId: own ? row.client_id : null,
  };
}

/** "Section Riom", "Fédération du Puy-de-Dôme"; a group that members formed by its name. */
export const wallTitle = ({
  group_name: name,
  group_place: place,
}: Pick<PostRow, "group_name" | "group_place">): string => (name === null ? "" : groupHeading({ name, place }));

/** A post as this reader may see it; what is inside is the caller's to read. */
export function toPostView(
  actor: Actor,
  row: PostRow,
  signer: Signer | undefined,
  parts: Pick<PostView, "shared" | "photos" | "video">,
): PostView {
  const group = row.groupId && { id: row.groupId, slug: row.slug ?? "", name: wallTitle(row) };
  const member = actor.kind === "member";
  const own = member && row.authorId === actor.id;
  return {
    ...toWords(actor, row, toAuthor(actor, row, signer, row.groupId === null)),
    ...parts,
    forMembers: actor.kind === "visitor" && row.body === "" && row.shared_id === null,
    commentCount: row.comment_count,
    pinned: row.pinned,
    adherentsOnly: row.adherentsOnly,
    group: group || null,
    audience: row.audience,
    can: {
      edit: canEdit(actor, row).allowed,
      remove: canRemovePost(actor, row).allowed,
      pin: canPin(actor, row).allowed,
      comment: canAnswerPost(actor, row).allowed,
      react: canAnswerPost(actor, row).allowed,
      share: canShare(actor, row).allowed,
      report: !own && actor.kind !== "system",
      history: member && row.edited,
    },
  };
}

export function toCommentView(actor: Actor, row: CommentRow, signer: Signer | undefined): CommentView {
  const standing = { authorId: row.author_id, closed: row.closed_comment, post: row };
  const own = actor.kind === "member" && row.author_id === actor.id;
  return {
    ...toWords(actor, row, toAuthor(actor, row, signer)),
    postId: row.post_id,
    can: {
      edit: canEdit(actor, standing).allowed,
      remove: canRemoveComment(actor, standing).allowed,
      react: canReactToComment(actor, standing).allowed,
      report: !own && actor.kind !== "system",
      history: actor.kind === "member" && row.edited,
    },
  };
}

/** What of her own a member may show to everybody, whether she agreed to it, and whether some of it is there. */
export type PublishingView = { publicCard: boolean; agreed: boolean; onTheWeb: boolean };

/** Who writes, as her own screen shows her. */
export type WriterView = { id: string; name: string; photo: string | null };

-- CreateEnum
CREATE TYPE "group_kind" AS ENUM ('place', 'local', 'thematic', 'working');

-- CreateEnum
CREATE TYPE "group_entry" AS ENUM ('open', 'request', 'closed');

-- CreateEnum
CREATE TYPE "group_role" AS ENUM ('follower', 'member', 'manager', 'lead');

-- CreateEnum
CREATE TYPE "reaction_kind" AS ENUM ('solidaire', 'merci', 'bravo', 'partant', 'question');

-- AlterEnum
ALTER TYPE "event_audience" ADD VALUE 'group';

-- AlterTable
ALTER TABLE "event" ADD COLUMN     "group_id" TEXT;

-- CreateTable
CREATE TABLE "feed_marker" (
    "member_id" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feed_marker_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "completed_at" TIMESTAMPTZ(3),
    "uploaded_by_id" TEXT,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file_chunk" (
    "file_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "stored_file_chunk_pkey" PRIMARY KEY ("file_id","number")
);

-- CreateTable
CREATE TABLE "group_file" (
    "id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,
    "preview_id" TEXT,
    "added_by_id" TEXT,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "removed_by_id" TEXT,
    "hidden_at" TIMESTAMPTZ(3),

    CONSTRAINT "group_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_note" (
    "id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "removed_by_id" TEXT,
    "hidden_at" TIMESTAMPTZ(3),

    CONSTRAINT "group_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_note_revision" (
    "note_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "by_id" TEXT,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_note_revision_pkey" PRIMARY KEY ("note_id","number")
);

-- CreateTable
CREATE TABLE "member_group" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "kind" "group_kind" NOT NULL,
    "scope" TEXT NOT NULL,
    "place" TEXT,
    "themes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "entry" "group_entry" NOT NULL,
    "adherents_only" BOOLEAN NOT NULL DEFAULT false,
    "posted_by" "group_role" NOT NULL DEFAULT 'member',
    "questions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "rules" TEXT NOT NULL DEFAULT '',
    "cover_id" TEXT,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "hidden_at" TIMESTAMPTZ(3),

    CONSTRAINT "member_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_membership" (
    "group_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "role" "group_role" NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "rules_accepted_at" TIMESTAMPTZ(3),

    CONSTRAINT "group_membership_pkey" PRIMARY KEY ("group_id","member_id")
);

-- CreateTable
CREATE TABLE "group_request" (
    "id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "questions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "answers" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "words" TEXT NOT NULL DEFAULT '',
    "rules_accepted_at" TIMESTAMPTZ(3),
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "answered_by_id" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "accepted" BOOLEAN,
    "answer_words" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "group_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_invitation" (
    "id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "invited_by_id" TEXT,
    "words" TEXT NOT NULL DEFAULT '',
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "accepted" BOOLEAN,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "group_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_link" (
    "id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "remaining" INTEGER NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "group_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_visit" (
    "id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "visitor_id" TEXT,
    "purpose" TEXT NOT NULL,
    "visited_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post" (
    "id" TEXT NOT NULL,
    "group_id" TEXT,
    "author_id" TEXT,
    "audience" "visibility",
    "adherents_only" BOOLEAN NOT NULL DEFAULT false,
    "body" TEXT NOT NULL,
    "video_url" TEXT,
    "shared_id" TEXT,
    "client_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "pinned_at" TIMESTAMPTZ(3),
    "pinned_by_id" TEXT,
    "removed_at" TIMESTAMPTZ(3),
    "removed_by_id" TEXT,
    "hidden_at" TIMESTAMPTZ(3),
    "comment_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_photo" (
    "id" TEXT NOT NULL,
    "post_id" TEXT,
    "image_id" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "uploaded_by_id" TEXT,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "post_photo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_video" (
    "id" TEXT NOT NULL,
    "post_id" TEXT,
    "file_id" TEXT NOT NULL,
    "uploaded_by_id" TEXT,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "post_video_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_comment" (
    "id" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "author_id" TEXT,
    "body" TEXT NOT NULL,
    "client_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    "removed_by_id" TEXT,
    "hidden_at" TIMESTAMPTZ(3),

    CONSTRAINT "post_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_reaction" (
    "post_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "kind" "reaction_kind" NOT NULL,
    "reacted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "post_reaction_pkey" PRIMARY KEY ("post_id","member_id")
);

-- CreateTable
CREATE TABLE "comment_reaction" (
    "comment_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "kind" "reaction_kind" NOT NULL,
    "reacted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comment_reaction_pkey" PRIMARY KEY ("comment_id","member_id")
);

-- CreateTable
CREATE TABLE "post_revision" (
    "post_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "post_revision_pkey" PRIMARY KEY ("post_id","number")
);

-- CreateTable
CREATE TABLE "comment_revision" (
    "comment_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comment_revision_pkey" PRIMARY KEY ("comment_id","number")
);

-- CreateTable
CREATE TABLE "post_mention" (
    "id" TEXT NOT NULL,
    "post_id" TEXT,
    "comment_id" TEXT,
    "member_id" TEXT,
    "group_id" TEXT,
    "label" TEXT NOT NULL,

    CONSTRAINT "post_mention_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "stored_file_uploaded_by_id_idx" ON "stored_file"("uploaded_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "group_file_file_id_key" ON "group_file"("file_id");

-- CreateIndex
CREATE UNIQUE INDEX "group_file_preview_id_key" ON "group_file"("preview_id");

-- CreateIndex
CREATE INDEX "group_file_group_id_added_at_id_idx" ON "group_file"("group_id", "added_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "group_file_added_by_id_idx" ON "group_file"("added_by_id");

-- CreateIndex
CREATE INDEX "group_file_removed_by_id_idx" ON "group_file"("removed_by_id");

-- CreateIndex
CREATE INDEX "group_note_group_id_updated_at_id_idx" ON "group_note"("group_id", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "group_note_created_by_id_idx" ON "group_note"("created_by_id");

-- CreateIndex
CREATE INDEX "group_note_removed_by_id_idx" ON "group_note"("removed_by_id");

-- CreateIndex
CREATE INDEX "group_note_revision_by_id_idx" ON "group_note_revision"("by_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_group_place_key" ON "member_group"("place");

-- CreateIndex
CREATE UNIQUE INDEX "member_group_cover_id_key" ON "member_group"("cover_id");

-- CreateIndex
CREATE INDEX "member_group_created_by_id_idx" ON "member_group"("created_by_id");

-- CreateIndex
CREATE INDEX "member_group_scope_idx" ON "member_group"("scope");

-- CreateIndex
CREATE INDEX "member_group_themes_idx" ON "member_group" USING GIN ("themes" array_ops);

-- CreateIndex
CREATE INDEX "group_membership_member_id_idx" ON "group_membership"("member_id");

-- CreateIndex
CREATE INDEX "group_request_group_id_asked_at_idx" ON "group_request"("group_id", "asked_at");

-- CreateIndex
CREATE INDEX "group_request_member_id_idx" ON "group_request"("member_id");

-- CreateIndex
CREATE INDEX "group_request_answered_by_id_idx" ON "group_request"("answered_by_id");

-- CreateIndex
CREATE INDEX "group_invitation_group_id_idx" ON "group_invitation"("group_id");

-- CreateIndex
CREATE INDEX "group_invitation_member_id_idx" ON "group_invitation"("member_id");

-- CreateIndex
CREATE INDEX "group_invitation_invited_by_id_idx" ON "group_invitation"("invited_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "group_link_token_hash_key" ON "group_link"("token_hash");

-- CreateIndex
CREATE INDEX "group_link_group_id_idx" ON "group_link"("group_id");

-- CreateIndex
CREATE INDEX "group_link_created_by_id_idx" ON "group_link"("created_by_id");

-- CreateIndex
CREATE INDEX "group_visit_group_id_visited_at_idx" ON "group_visit"("group_id", "visited_at" DESC);

-- CreateIndex
CREATE INDEX "group_visit_visitor_id_idx" ON "group_visit"("visitor_id");

-- CreateIndex
CREATE INDEX "post_shared_id_idx" ON "post"("shared_id");

-- CreateIndex
CREATE INDEX "post_pinned_by_id_idx" ON "post"("pinned_by_id");

-- CreateIndex
CREATE INDEX "post_removed_by_id_idx" ON "post"("removed_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_author_id_client_id_key" ON "post"("author_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_photo_image_id_key" ON "post_photo"("image_id");

-- CreateIndex
CREATE INDEX "post_photo_post_id_position_idx" ON "post_photo"("post_id", "position");

-- CreateIndex
CREATE INDEX "post_photo_uploaded_by_id_idx" ON "post_photo"("uploaded_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_video_post_id_key" ON "post_video"("post_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_video_file_id_key" ON "post_video"("file_id");

-- CreateIndex
CREATE INDEX "post_video_uploaded_by_id_idx" ON "post_video"("uploaded_by_id");

-- CreateIndex
CREATE INDEX "post_comment_post_id_created_at_id_idx" ON "post_comment"("post_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "post_comment_removed_by_id_idx" ON "post_comment"("removed_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_comment_author_id_client_id_key" ON "post_comment"("author_id", "client_id");

-- CreateIndex
CREATE INDEX "post_reaction_member_id_idx" ON "post_reaction"("member_id");

-- CreateIndex
CREATE INDEX "comment_reaction_member_id_idx" ON "comment_reaction"("member_id");

-- CreateIndex
CREATE INDEX "post_mention_post_id_idx" ON "post_mention"("post_id");

-- CreateIndex
CREATE INDEX "post_mention_comment_id_idx" ON "post_mention"("comment_id");

-- CreateIndex
CREATE INDEX "post_mention_member_id_idx" ON "post_mention"("member_id");

-- CreateIndex
CREATE INDEX "post_mention_group_id_idx" ON "post_mention"("group_id");

-- CreateIndex
CREATE INDEX "event_group_id_starts_at_id_idx" ON "event"("group_id", "starts_at", "id");

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "member_group"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_marker" ADD CONSTRAINT "feed_marker_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file_chunk" ADD CONSTRAINT "stored_file_chunk_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_file" ADD CONSTRAINT "group_file_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "member_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_file" ADD CONSTRAINT "group_file_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_file" ADD CONSTRAINT "group_file_preview_id_fkey" FOREIGN KEY ("preview_id") REFERENCES "image"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_file" ADD CONSTRAINT "group_file_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_file" ADD CONSTRAINT "group_file_removed_by_id_fkey" FOREIGN KEY ("removed_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_note" ADD CONSTRAINT "group_note_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "member_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_note" ADD CONSTRAINT "group_note_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_note" ADD CONSTRAINT "group_note_removed_by_id_fkey" FOREIGN KEY ("removed_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_note_revision" ADD CONSTRAINT "group_note_revision_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES "group_note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_note_revision" ADD CONSTRAINT "group_note_revision_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_group" ADD CONSTRAINT "member_group_cover_id_fkey" FOREIGN KEY ("cover_id") REFERENCES "image"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_group" ADD CONSTRAINT "member_group_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_membership" ADD CONSTRAINT "group_membership_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "member_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_membership" ADD CONSTRAINT "group_membership_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_request" ADD CONSTRAINT "group_request_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "member_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_request" ADD CONSTRAINT "group_request_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_request" ADD CONSTRAINT "group_request_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_invitation" ADD CONSTRAINT "group_invitation_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "member_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_invitation" ADD CONSTRAINT "group_invitation_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_invitation" ADD CONSTRAINT "group_invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_link" ADD CONSTRAINT "group_link_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "member_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_link" ADD CONSTRAINT "group_link_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_visit" ADD CONSTRAINT "group_visit_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "member_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_visit" ADD CONSTRAINT "group_visit_visitor_id_fkey" FOREIGN KEY ("visitor_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "member_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_shared_id_fkey" FOREIGN KEY ("shared_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_pinned_by_id_fkey" FOREIGN KEY ("pinned_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_removed_by_id_fkey" FOREIGN KEY ("removed_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_photo" ADD CONSTRAINT "post_photo_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_photo" ADD CONSTRAINT "post_photo_image_id_fkey" FOREIGN KEY ("image_id") REFERENCES "image"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_photo" ADD CONSTRAINT "post_photo_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_video" ADD CONSTRAINT "post_video_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_video" ADD CONSTRAINT "post_video_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_video" ADD CONSTRAINT "post_video_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_comment" ADD CONSTRAINT "post_comment_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_comment" ADD CONSTRAINT "post_comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_comment" ADD CONSTRAINT "post_comment_removed_by_id_fkey" FOREIGN KEY ("removed_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_reaction" ADD CONSTRAINT "post_reaction_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_reaction" ADD CONSTRAINT "post_reaction_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_reaction" ADD CONSTRAINT "comment_reaction_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "post_comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_reaction" ADD CONSTRAINT "comment_reaction_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_revision" ADD CONSTRAINT "post_revision_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_revision" ADD CONSTRAINT "comment_revision_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "post_comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_mention" ADD CONSTRAINT "post_mention_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_mention" ADD CONSTRAINT "post_mention_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "post_comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_mention" ADD CONSTRAINT "post_mention_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_mention" ADD CONSTRAINT "post_mention_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "member_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- By hand
ALTER TABLE member_group
  ADD CONSTRAINT member_group_scope_is_a_path CHECK (scope ~ '^national(/[0-9A-Za-z-]+){0,2}$'),
  ADD CONSTRAINT member_group_of_its_place CHECK ((kind = 'place') = (place IS NOT NULL) AND (place IS NULL OR (place = scope AND entry = 'open' AND NOT adherents_only))),
  ADD CONSTRAINT member_group_words_length CHECK (char_length(name) BETWEEN 1 AND 80 AND char_length(purpose) <= 300
    AND char_length(about) <= 10000 AND char_length(rules) <= 5000),
  ADD CONSTRAINT member_group_asks_little CHECK (cardinality(questions) <= 3 AND cardinality(themes) <= 5),
  ADD CONSTRAINT member_group_is_written_by CHECK (posted_by <> 'follower');
CREATE INDEX member_group_folded_name ON member_group USING gin (folded(name) gin_trgm_ops) WHERE hidden_at IS NULL;
CREATE UNIQUE INDEX group_request_waits_once ON group_request (group_id, member_id) WHERE answered_at IS NULL AND cancelled_at IS NULL;
ALTER TABLE group_request
  ADD CONSTRAINT group_request_answered_whole CHECK ((answered_at IS NULL) = (accepted IS NULL) AND num_nonnulls(answered_at, cancelled_at) <= 1),
  ADD CONSTRAINT group_request_answers_questions CHECK (cardinality(answers) = cardinality(questions) AND cardinality(questions) <= 3),
  ADD CONSTRAINT group_request_words_length CHECK (char_length(words) <= 500 AND char_length(answer_words) <= 500);
CREATE UNIQUE INDEX group_invitation_waits_once ON group_invitation (group_id, member_id) WHERE answered_at IS NULL AND withdrawn_at IS NULL;
ALTER TABLE group_invitation
  ADD CONSTRAINT group_invitation_answered_whole CHECK ((answered_at IS NULL) = (accepted IS NULL) AND num_nonnulls(answered_at, withdrawn_at) <= 1),
  ADD CONSTRAINT group_invitation_words_length CHECK (char_length(words) <= 300);
ALTER TABLE group_link
  ADD CONSTRAINT group_link_lets_in CHECK (remaining BETWEEN 0 AND 1000),
  ADD CONSTRAINT group_link_ends CHECK (expires_at > created_at);
ALTER TABLE group_visit ADD CONSTRAINT group_visit_purpose_length CHECK (char_length(purpose) BETWEEN 10 AND 500);
ALTER TABLE post
  ADD CONSTRAINT post_on_one_wall CHECK ((group_id IS NULL) = (audience IS NOT NULL) AND (group_id IS NOT NULL OR (NOT adherents_only AND pinned_at IS NULL))),
  ADD CONSTRAINT post_length CHECK (char_length(body) <= 10000 AND char_length(video_url) <= 300),
  ADD CONSTRAINT post_comments_counted CHECK (comment_count >= 0);
-- A wall and the feed read the newest of a group, a profile those of its member.
CREATE INDEX post_wall ON post (group_id, created_at DESC, id DESC) WHERE removed_at IS NULL AND hidden_at IS NULL;
CREATE INDEX post_profile ON post (author_id, created_at DESC, id DESC) WHERE group_id IS NULL AND removed_at IS NULL AND hidden_at IS NULL;
CREATE INDEX post_pinned ON post (group_id, pinned_at DESC) WHERE pinned_at IS NOT NULL;
ALTER TABLE post_photo ADD CONSTRAINT post_photo_shape CHECK (char_length(description) <= 300 AND position BETWEEN 0 AND 9);
CREATE INDEX post_photo_on_its_way ON post_photo (uploaded_at) WHERE post_id IS NULL;
CREATE INDEX post_video_on_its_way ON post_video (uploaded_at) WHERE post_id IS NULL;
ALTER TABLE post_comment ADD CONSTRAINT post_comment_length CHECK (char_length(body) BETWEEN 1 AND 3000);
ALTER TABLE post_mention
  ADD CONSTRAINT post_mention_stands_in_one CHECK (num_nonnulls(post_id, comment_id) = 1),
  ADD CONSTRAINT post_mention_names_one CHECK (num_nonnulls(member_id, group_id) = 1),
  ADD CONSTRAINT post_mention_label_length CHECK (char_length(label) BETWEEN 1 AND 80);
ALTER TABLE stored_file ADD CONSTRAINT stored_file_size CHECK (size BETWEEN 0 AND 104857600);
CREATE INDEX stored_file_on_its_way ON stored_file (uploaded_at) WHERE completed_at IS NULL;
ALTER TABLE stored_file_chunk ADD CONSTRAINT stored_file_chunk_size CHECK (number >= 0 AND octet_length(bytes) BETWEEN 1 AND 262144);
ALTER TABLE group_file ADD CONSTRAINT group_file_name_length CHECK (char_length(name) BETWEEN 1 AND 150);
ALTER TABLE group_note
  ADD CONSTRAINT group_note_length CHECK (char_length(title) BETWEEN 1 AND 120 AND char_length(body) <= 50000),
  ADD CONSTRAINT group_note_version CHECK (version >= 1);
ALTER TABLE group_note_revision
  ADD CONSTRAINT group_note_revision_length CHECK (char_length(title) BETWEEN 1 AND 120 AND char_length(body) <= 50000),
  ADD CONSTRAINT group_note_revision_number CHECK (number >= 1);
-- As text: a value cannot be used in the transaction that adds it to its type.
ALTER TABLE event ADD CONSTRAINT event_of_a_group CHECK (audience::text <> 'group' OR group_id IS NOT NULL);

-- CreateEnum
CREATE TYPE "conversation_kind" AS ENUM ('direct', 'several', 'inbox');

-- CreateEnum
CREATE TYPE "conversation_change_kind" AS ENUM ('edited', 'deleted', 'hidden', 'shown', 'named', 'added', 'removed', 'left', 'assigned');

-- CreateEnum
CREATE TYPE "notice_mail" AS ENUM ('never', 'own', 'now', 'daily', 'weekly');

-- CreateEnum
CREATE TYPE "notice_pace" AS ENUM ('now', 'daily', 'weekly', 'never');

-- AlterTable
ALTER TABLE "debate" ADD COLUMN     "told_seq" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "conversation" (
    "id" TEXT NOT NULL,
    "kind" "conversation_kind" NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "low_id" TEXT,
    "high_id" TEXT,
    "scope" TEXT,
    "member_id" TEXT,
    "assignee_id" TEXT,
    "waiting_since" TIMESTAMPTZ(3),
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participant" (
    "conversation_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "from_seq" INTEGER NOT NULL DEFAULT 0,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),
    "muted_at" TIMESTAMPTZ(3),
    "added_by_id" TEXT,

    CONSTRAINT "participant_pkey" PRIMARY KEY ("conversation_id","member_id")
);

-- CreateTable
CREATE TABLE "conversation_read" (
    "conversation_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "read_seq" INTEGER NOT NULL DEFAULT 0,
    "read_at" TIMESTAMPTZ(3),
    "told_seq" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "conversation_read_pkey" PRIMARY KEY ("conversation_id","member_id")
);

-- CreateTable
CREATE TABLE "conversation_request" (
    "conversation_id" TEXT NOT NULL,
    "from_id" TEXT NOT NULL,
    "to_id" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "refused_at" TIMESTAMPTZ(3),

    CONSTRAINT "conversation_request_pkey" PRIMARY KEY ("conversation_id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "author_id" TEXT,
    "from_place" BOOLEAN NOT NULL DEFAULT false,
    "body" TEXT NOT NULL,
    "client_id" UUID NOT NULL,
    "reply_to_id" TEXT,
    "broadcast_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "hidden_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation_change" (
    "conversation_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" "conversation_change_kind" NOT NULL,
    "by_id" TEXT,
    "message_id" TEXT,
    "member_id" TEXT,
    "words" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversation_change_pkey" PRIMARY KEY ("conversation_id","seq")
);

-- CreateTable
CREATE TABLE "message_mention" (
    "message_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "message_mention_pkey" PRIMARY KEY ("message_id","member_id")
);

-- CreateTable
CREATE TABLE "message_photo" (
    "id" TEXT NOT NULL,
    "message_id" TEXT,
    "image_id" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "added_by_id" TEXT,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_photo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_file" (
    "id" TEXT NOT NULL,
    "message_id" TEXT,
    "name" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "added_by_id" TEXT,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_access" (
    "id" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "reader_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_access_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "broadcast" (
    "id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "author_id" TEXT,
    "words" TEXT NOT NULL,
    "adherents_only" BOOLEAN NOT NULL DEFAULT false,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "carried_to" TEXT NOT NULL DEFAULT '',
    "carried_count" INTEGER NOT NULL DEFAULT 0,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "broadcast_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "broadcast_opposition" (
    "member_id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "opposed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "broadcast_opposition_pkey" PRIMARY KEY ("member_id","scope")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "actor_id" TEXT,
    "ids" JSONB NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "in_app" BOOLEAN NOT NULL,
    "mail" "notice_mail" NOT NULL,
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_choice" (
    "member_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "in_app" BOOLEAN NOT NULL,
    "mail" "notice_pace" NOT NULL,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_choice_pkey" PRIMARY KEY ("member_id","kind")
);

-- CreateTable
CREATE TABLE "topic_mute" (
    "member_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "muted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "topic_mute_pkey" PRIMARY KEY ("member_id","topic")
);

-- CreateTable
CREATE TABLE "unsubscribe_link" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unsubscribe_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "digest" (
    "member_id" TEXT NOT NULL,
    "pace" "notice_pace" NOT NULL,
    "day" DATE NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "digest_pkey" PRIMARY KEY ("member_id","pace","day")
);

-- CreateTable
CREATE TABLE "mail_claim" (
    "key" TEXT NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_claim_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "conversation_high_id_idx" ON "conversation"("high_id");

-- CreateIndex
CREATE INDEX "conversation_member_id_idx" ON "conversation"("member_id");

-- CreateIndex
CREATE INDEX "conversation_assignee_id_idx" ON "conversation"("assignee_id");

-- CreateIndex
CREATE INDEX "conversation_created_by_id_idx" ON "conversation"("created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "conversation_low_id_high_id_key" ON "conversation"("low_id", "high_id");

-- CreateIndex
CREATE UNIQUE INDEX "conversation_scope_member_id_key" ON "conversation"("scope", "member_id");

-- CreateIndex
CREATE INDEX "participant_added_by_id_idx" ON "participant"("added_by_id");

-- CreateIndex
CREATE INDEX "conversation_read_member_id_idx" ON "conversation_read"("member_id");

-- CreateIndex
CREATE INDEX "conversation_request_from_id_sent_at_idx" ON "conversation_request"("from_id", "sent_at" DESC);

-- CreateIndex
CREATE INDEX "conversation_request_to_id_sent_at_idx" ON "conversation_request"("to_id", "sent_at" DESC);

-- CreateIndex
CREATE INDEX "message_author_id_created_at_idx" ON "message"("author_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "message_reply_to_id_idx" ON "message"("reply_to_id");

-- CreateIndex
CREATE INDEX "message_broadcast_id_idx" ON "message"("broadcast_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_conversation_id_seq_key" ON "message"("conversation_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "message_author_id_client_id_key" ON "message"("author_id", "client_id");

-- CreateIndex
CREATE INDEX "conversation_change_by_id_idx" ON "conversation_change"("by_id");

-- CreateIndex
CREATE INDEX "conversation_change_member_id_idx" ON "conversation_change"("member_id");

-- CreateIndex
CREATE INDEX "message_mention_member_id_idx" ON "message_mention"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_photo_image_id_key" ON "message_photo"("image_id");

-- CreateIndex
CREATE INDEX "message_photo_message_id_idx" ON "message_photo"("message_id");

-- CreateIndex
CREATE INDEX "message_photo_added_by_id_idx" ON "message_photo"("added_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_file_file_id_key" ON "message_file"("file_id");

-- CreateIndex
CREATE INDEX "message_file_message_id_idx" ON "message_file"("message_id");

-- CreateIndex
CREATE INDEX "message_file_added_by_id_idx" ON "message_file"("added_by_id");

-- CreateIndex
CREATE INDEX "message_access_message_id_idx" ON "message_access"("message_id");

-- CreateIndex
CREATE INDEX "message_access_reader_id_idx" ON "message_access"("reader_id");

-- CreateIndex
CREATE INDEX "broadcast_scope_sent_at_idx" ON "broadcast"("scope", "sent_at" DESC);

-- CreateIndex
CREATE INDEX "broadcast_author_id_idx" ON "broadcast"("author_id");

-- CreateIndex
CREATE INDEX "notice_member_id_at_id_idx" ON "notice"("member_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "notice_actor_id_idx" ON "notice"("actor_id");

-- CreateIndex
CREATE UNIQUE INDEX "unsubscribe_link_member_id_kind_key" ON "unsubscribe_link"("member_id", "kind");

-- CreateIndex
CREATE INDEX "mail_claim_claimed_at_idx" ON "mail_claim"("claimed_at");

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_low_id_fkey" FOREIGN KEY ("low_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_high_id_fkey" FOREIGN KEY ("high_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_read" ADD CONSTRAINT "conversation_read_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_read" ADD CONSTRAINT "conversation_read_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_request" ADD CONSTRAINT "conversation_request_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_request" ADD CONSTRAINT "conversation_request_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_request" ADD CONSTRAINT "conversation_request_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_reply_to_id_fkey" FOREIGN KEY ("reply_to_id") REFERENCES "message"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_broadcast_id_fkey" FOREIGN KEY ("broadcast_id") REFERENCES "broadcast"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_change" ADD CONSTRAINT "conversation_change_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_change" ADD CONSTRAINT "conversation_change_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_change" ADD CONSTRAINT "conversation_change_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_mention" ADD CONSTRAINT "message_mention_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_mention" ADD CONSTRAINT "message_mention_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_photo" ADD CONSTRAINT "message_photo_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_photo" ADD CONSTRAINT "message_photo_image_id_fkey" FOREIGN KEY ("image_id") REFERENCES "image"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_photo" ADD CONSTRAINT "message_photo_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_file" ADD CONSTRAINT "message_file_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_file" ADD CONSTRAINT "message_file_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_file" ADD CONSTRAINT "message_file_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_access" ADD CONSTRAINT "message_access_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_access" ADD CONSTRAINT "message_access_reader_id_fkey" FOREIGN KEY ("reader_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "broadcast" ADD CONSTRAINT "broadcast_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "broadcast_opposition" ADD CONSTRAINT "broadcast_opposition_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_choice" ADD CONSTRAINT "notice_choice_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_mute" ADD CONSTRAINT "topic_mute_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unsubscribe_link" ADD CONSTRAINT "unsubscribe_link_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "digest" ADD CONSTRAINT "digest_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "conversation_last_at_idx" ON "conversation"("last_at");

-- By hand
-- What was said before anybody was told is not news.
UPDATE debate SET told_seq = last_seq;
CREATE EXTENSION IF NOT EXISTS btree_gin;
ALTER TABLE conversation
  ADD CONSTRAINT conversation_is_of_its_kind CHECK (
    (kind = 'inbox') = (scope IS NOT NULL) AND (kind = 'inbox') = (member_id IS NOT NULL)
    AND (kind = 'direct' OR num_nonnulls(low_id, high_id) = 0)
    AND (kind = 'inbox' OR (assignee_id IS NULL AND waiting_since IS NULL))
    AND (kind = 'several' OR name = '')),
  ADD CONSTRAINT conversation_pair_in_order CHECK (low_id < high_id),
  ADD CONSTRAINT conversation_name_length CHECK (char_length(name) <= 80),
  ADD CONSTRAINT conversation_scope_is_a_path CHECK (scope ~ '^national(/[0-9A-Za-z-]+){0,2}$');
-- The inbox of a place: what waits first.
CREATE INDEX conversation_inbox ON conversation (scope, last_at DESC, id DESC) WHERE kind = 'inbox';
CREATE INDEX conversation_waiting ON conversation (scope, waiting_since) WHERE waiting_since IS NOT NULL;
CREATE INDEX participant_there ON participant (member_id) WHERE left_at IS NULL;
ALTER TABLE participant ADD CONSTRAINT participant_from CHECK (from_seq >= 0);
ALTER TABLE conversation_read ADD CONSTRAINT conversation_read_forward CHECK (read_seq >= 0 AND told_seq >= 0);
ALTER TABLE conversation_request
  ADD CONSTRAINT conversation_request_of_two CHECK (from_id <> to_id),
  ADD CONSTRAINT conversation_request_answered_once CHECK (num_nonnulls(accepted_at, refused_at) <= 1);
CREATE INDEX conversation_request_waiting ON conversation_request (to_id, sent_at DESC) WHERE accepted_at IS NULL AND refused_at IS NULL;
ALTER TABLE message
  ADD CONSTRAINT message_length CHECK (char_length(body) <= 5000),
  ADD CONSTRAINT message_deleted_has_no_words CHECK (deleted_at IS NULL OR body = ''),
  ADD CONSTRAINT message_seq CHECK (seq >= 1);
-- Words are looked for inside conversations that one is in: both are in the index.
CREATE INDEX message_words ON message USING gin (conversation_id, folded(body) gin_trgm_ops) WHERE deleted_at IS NULL AND hidden_at IS NULL;
CREATE INDEX conversation_change_message ON conversation_change (message_id) WHERE message_id IS NOT NULL;
ALTER TABLE conversation_change ADD CONSTRAINT conversation_change_words_length CHECK (char_length(words) <= 80);
ALTER TABLE message_mention ADD CONSTRAINT message_mention_label_length CHECK (char_length(label) BETWEEN 1 AND 80);
ALTER TABLE message_photo ADD CONSTRAINT message_photo_shape CHECK (char_length(description) <= 300 AND position BETWEEN 0 AND 9);
CREATE INDEX message_photo_on_its_way ON message_photo (added_at) WHERE message_id IS NULL;
ALTER TABLE message_file ADD CONSTRAINT message_file_shape CHECK (char_length(name) BETWEEN 1 AND 150 AND position BETWEEN 0 AND 9);
CREATE INDEX message_file_on_its_way ON message_file (added_at) WHERE message_id IS NULL;
ALTER TABLE broadcast
  ADD CONSTRAINT broadcast_length CHECK (char_length(words) BETWEEN 1 AND 5000),
  ADD CONSTRAINT broadcast_scope_is_a_path CHECK (scope ~ '^national(/[0-9A-Za-z-]+){0,2}$');
CREATE INDEX broadcast_on_its_way ON broadcast (sent_at) WHERE done_at IS NULL;
-- A broadcast is carried to each once, whoever begins again.
CREATE UNIQUE INDEX message_broadcast_once ON message (broadcast_id, conversation_id) WHERE broadcast_id IS NOT NULL;
-- What is unread is one with what comes after it.
CREATE UNIQUE INDEX notice_unread_once ON notice (member_id, kind, key) WHERE read_at IS NULL;
CREATE INDEX notice_unread ON notice (member_id, at DESC) WHERE read_at IS NULL AND in_app;
CREATE INDEX notice_to_mail ON notice (mail, member_id) WHERE mailed_at IS NULL AND mail IN ('now', 'daily', 'weekly');
ALTER TABLE notice
  ADD CONSTRAINT notice_counts CHECK (count >= 1),
  ADD CONSTRAINT notice_goes_somewhere CHECK (in_app OR mail <> 'never');

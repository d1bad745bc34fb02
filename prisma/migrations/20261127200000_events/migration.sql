-- CreateEnum
CREATE TYPE "event_kind" AS ENUM ('section_meeting', 'public_meeting', 'debate', 'training', 'convivial', 'leafleting', 'letterboxing', 'canvassing', 'postering', 'phone_bank');

-- CreateEnum
CREATE TYPE "event_stage" AS ENUM ('draft', 'proposed', 'published', 'cancelled');

-- CreateEnum
CREATE TYPE "event_audience" AS ENUM ('everyone', 'members', 'federation', 'section', 'invited');

-- CreateEnum
CREATE TYPE "event_change_kind" AS ENUM ('created', 'proposed', 'declined', 'published', 'changed', 'cancelled', 'hidden', 'shown');

-- CreateEnum
CREATE TYPE "series_frequency" AS ENUM ('weekly', 'monthly');

-- CreateEnum
CREATE TYPE "event_answer_kind" AS ENUM ('maybe', 'no');

-- CreateEnum
CREATE TYPE "event_note_kind" AS ENUM ('announcement', 'question', 'answer');

-- CreateEnum
CREATE TYPE "sign_up_state" AS ENUM ('in', 'offered', 'waiting', 'left');

-- CreateEnum
CREATE TYPE "left_because" AS ENUM ('cancelled', 'removed', 'expired', 'shift_removed', 'event_cancelled', 'suspended', 'erased');

-- CreateEnum
CREATE TYPE "attendance" AS ENUM ('present', 'absent');

-- CreateTable
CREATE TABLE "calendar_feed" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_read_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "event_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "stage" "event_stage" NOT NULL,
    "scope" TEXT NOT NULL,
    "audience" "event_audience" NOT NULL,
    "audience_scope" TEXT NOT NULL,
    "adherents_only" BOOLEAN NOT NULL DEFAULT false,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "zone" TEXT NOT NULL,
    "commune_code" TEXT,
    "address" TEXT NOT NULL DEFAULT '',
    "meeting_point" TEXT NOT NULL DEFAULT '',
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "online_url" TEXT,
    "cover_id" TEXT,
    "debate_id" TEXT,
    "series_id" TEXT,
    "series_day" DATE,
    "detached" BOOLEAN NOT NULL DEFAULT false,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "hidden_at" TIMESTAMPTZ(3),
    "walk_ins" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_change" (
    "id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "kind" "event_change_kind" NOT NULL,
    "fields" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "before" JSONB NOT NULL DEFAULT '{}',
    "told" BOOLEAN NOT NULL DEFAULT true,
    "reason" TEXT NOT NULL DEFAULT '',
    "by_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_organiser" (
    "event_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_organiser_pkey" PRIMARY KEY ("event_id","member_id")
);

-- CreateTable
CREATE TABLE "event_co_section" (
    "event_id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "asked_by_id" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_by_id" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "accepted" BOOLEAN,

    CONSTRAINT "event_co_section_pkey" PRIMARY KEY ("event_id","scope")
);

-- CreateTable
CREATE TABLE "event_contact" (
    "event_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "phone" TEXT,
    "consented_at" TIMESTAMPTZ(3),
    "for_series" BOOLEAN NOT NULL DEFAULT false,
    "asked_by_id" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_contact_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "event_item" (
    "id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "event_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_item_claim" (
    "item_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL DEFAULT 1,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_item_claim_pkey" PRIMARY KEY ("item_id","member_id")
);

-- CreateTable
CREATE TABLE "event_invitee" (
    "event_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "invited_by_id" TEXT,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_invitee_pkey" PRIMARY KEY ("event_id","member_id")
);

-- CreateTable
CREATE TABLE "event_series" (
    "id" TEXT NOT NULL,
    "frequency" "series_frequency" NOT NULL,
    "every" INTEGER NOT NULL DEFAULT 1,
    "weekday" INTEGER NOT NULL,
    "nth" INTEGER,
    "start_minute" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "zone" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE,
    "skip_holidays" BOOLEAN NOT NULL DEFAULT false,
    "model_id" TEXT,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "field_report" (
    "id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "kind" "event_kind" NOT NULL,
    "day" DATE NOT NULL,
    "author_id" TEXT,
    "leaflets" INTEGER NOT NULL DEFAULT 0,
    "doors_open" INTEGER NOT NULL DEFAULT 0,
    "doors_closed" INTEGER NOT NULL DEFAULT 0,
    "doors_refused" INTEGER NOT NULL DEFAULT 0,
    "doors_talked" INTEGER NOT NULL DEFAULT 0,
    "posters" INTEGER NOT NULL DEFAULT 0,
    "calls" INTEGER NOT NULL DEFAULT 0,
    "people_met" INTEGER NOT NULL DEFAULT 0,
    "participants" INTEGER NOT NULL DEFAULT 0,
    "minutes" INTEGER NOT NULL DEFAULT 0,
    "heard" TEXT NOT NULL DEFAULT '',
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "hidden_at" TIMESTAMPTZ(3),

    CONSTRAINT "field_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "field_report_photo" (
    "report_id" TEXT NOT NULL,
    "image_id" TEXT NOT NULL,
    "caption" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,

    CONSTRAINT "field_report_photo_pkey" PRIMARY KEY ("report_id","image_id")
);

-- CreateTable
CREATE TABLE "event_answer" (
    "event_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "answer" "event_answer_kind" NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_answer_pkey" PRIMARY KEY ("event_id","member_id")
);

-- CreateTable
CREATE TABLE "event_guest" (
    "id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "shift_id" TEXT NOT NULL,
    "size" INTEGER NOT NULL DEFAULT 1,
    "token_hash" BYTEA NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_guest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participation_mail" (
    "key" TEXT NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "participation_mail_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "event_note" (
    "id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "kind" "event_note_kind" NOT NULL,
    "parent_id" TEXT,
    "author_id" TEXT,
    "words" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "hidden_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shift" (
    "id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "needed" INTEGER NOT NULL DEFAULT 0,
    "maximum" INTEGER,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "arrivals" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "shift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_up" (
    "id" TEXT NOT NULL,
    "shift_id" TEXT NOT NULL,
    "member_id" TEXT,
    "guest_id" TEXT,
    "state" "sign_up_state" NOT NULL,
    "size" INTEGER NOT NULL DEFAULT 1,
    "arrival" INTEGER NOT NULL,
    "signed_up_at" TIMESTAMPTZ(3) NOT NULL,
    "offered_until" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "left_at" TIMESTAMPTZ(3),
    "left_because" "left_because",
    "left_words" TEXT NOT NULL DEFAULT '',
    "reminded_day_at" TIMESTAMPTZ(3),
    "reminded_hour_at" TIMESTAMPTZ(3),
    "attendance" "attendance",
    "attendance_by_id" TEXT,
    "attendance_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_up_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

-- CreateIndex
CREATE INDEX "calendar_feed_member_id_idx" ON "calendar_feed"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_cover_id_key" ON "event"("cover_id");

-- CreateIndex
CREATE INDEX "event_created_by_id_idx" ON "event"("created_by_id");

-- CreateIndex
CREATE INDEX "event_commune_code_idx" ON "event"("commune_code");

-- CreateIndex
CREATE INDEX "event_debate_id_idx" ON "event"("debate_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_series_id_series_day_key" ON "event"("series_id", "series_day");

-- CreateIndex
CREATE INDEX "event_change_event_id_at_idx" ON "event_change"("event_id", "at");

-- CreateIndex
CREATE INDEX "event_change_by_id_idx" ON "event_change"("by_id");

-- CreateIndex
CREATE INDEX "event_organiser_member_id_idx" ON "event_organiser"("member_id");

-- CreateIndex
CREATE INDEX "event_co_section_scope_idx" ON "event_co_section"("scope");

-- CreateIndex
CREATE INDEX "event_co_section_asked_by_id_idx" ON "event_co_section"("asked_by_id");

-- CreateIndex
CREATE INDEX "event_co_section_answered_by_id_idx" ON "event_co_section"("answered_by_id");

-- CreateIndex
CREATE INDEX "event_contact_member_id_idx" ON "event_contact"("member_id");

-- CreateIndex
CREATE INDEX "event_contact_asked_by_id_idx" ON "event_contact"("asked_by_id");

-- CreateIndex
CREATE INDEX "event_item_event_id_position_idx" ON "event_item"("event_id", "position");

-- CreateIndex
CREATE INDEX "event_item_claim_member_id_idx" ON "event_item_claim"("member_id");

-- CreateIndex
CREATE INDEX "event_invitee_member_id_idx" ON "event_invitee"("member_id");

-- CreateIndex
CREATE INDEX "event_invitee_invited_by_id_idx" ON "event_invitee"("invited_by_id");

-- CreateIndex
CREATE INDEX "event_series_model_id_idx" ON "event_series"("model_id");

-- CreateIndex
CREATE INDEX "event_series_created_by_id_idx" ON "event_series"("created_by_id");

-- CreateIndex
CREATE INDEX "field_report_event_id_idx" ON "field_report"("event_id");

-- CreateIndex
CREATE INDEX "field_report_author_id_idx" ON "field_report"("author_id");

-- CreateIndex
CREATE UNIQUE INDEX "field_report_photo_image_id_key" ON "field_report_photo"("image_id");

-- CreateIndex
CREATE INDEX "event_answer_member_id_idx" ON "event_answer"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_guest_token_hash_key" ON "event_guest"("token_hash");

-- CreateIndex
CREATE INDEX "event_guest_asked_at_idx" ON "event_guest"("asked_at");

-- CreateIndex
CREATE UNIQUE INDEX "event_guest_event_id_email_key" ON "event_guest"("event_id", "email");

-- CreateIndex
CREATE INDEX "participation_mail_claimed_at_idx" ON "participation_mail"("claimed_at");

-- CreateIndex
CREATE INDEX "event_note_event_id_written_at_idx" ON "event_note"("event_id", "written_at");

-- CreateIndex
CREATE INDEX "event_note_parent_id_idx" ON "event_note"("parent_id");

-- CreateIndex
CREATE INDEX "event_note_author_id_idx" ON "event_note"("author_id");

-- CreateIndex
CREATE INDEX "shift_event_id_starts_at_idx" ON "shift"("event_id", "starts_at");

-- CreateIndex
CREATE INDEX "shift_starts_at_idx" ON "shift"("starts_at");

-- CreateIndex
CREATE INDEX "sign_up_member_id_shift_id_idx" ON "sign_up"("member_id", "shift_id");

-- CreateIndex
CREATE INDEX "sign_up_guest_id_idx" ON "sign_up"("guest_id");

-- CreateIndex
CREATE INDEX "sign_up_attendance_by_id_idx" ON "sign_up"("attendance_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_up_shift_id_arrival_key" ON "sign_up"("shift_id", "arrival");

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_commune_code_fkey" FOREIGN KEY ("commune_code") REFERENCES "commune"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_cover_id_fkey" FOREIGN KEY ("cover_id") REFERENCES "image"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "event_series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_change" ADD CONSTRAINT "event_change_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_change" ADD CONSTRAINT "event_change_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_organiser" ADD CONSTRAINT "event_organiser_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_organiser" ADD CONSTRAINT "event_organiser_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_co_section" ADD CONSTRAINT "event_co_section_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_co_section" ADD CONSTRAINT "event_co_section_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_co_section" ADD CONSTRAINT "event_co_section_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_contact" ADD CONSTRAINT "event_contact_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_contact" ADD CONSTRAINT "event_contact_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_contact" ADD CONSTRAINT "event_contact_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_item" ADD CONSTRAINT "event_item_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_item_claim" ADD CONSTRAINT "event_item_claim_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "event_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_item_claim" ADD CONSTRAINT "event_item_claim_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_invitee" ADD CONSTRAINT "event_invitee_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_invitee" ADD CONSTRAINT "event_invitee_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_invitee" ADD CONSTRAINT "event_invitee_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_series" ADD CONSTRAINT "event_series_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_series" ADD CONSTRAINT "event_series_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "field_report" ADD CONSTRAINT "field_report_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "field_report" ADD CONSTRAINT "field_report_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "field_report_photo" ADD CONSTRAINT "field_report_photo_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "field_report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "field_report_photo" ADD CONSTRAINT "field_report_photo_image_id_fkey" FOREIGN KEY ("image_id") REFERENCES "image"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_answer" ADD CONSTRAINT "event_answer_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_answer" ADD CONSTRAINT "event_answer_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_guest" ADD CONSTRAINT "event_guest_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_note" ADD CONSTRAINT "event_note_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_note" ADD CONSTRAINT "event_note_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "event_note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_note" ADD CONSTRAINT "event_note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift" ADD CONSTRAINT "shift_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_up" ADD CONSTRAINT "sign_up_shift_id_fkey" FOREIGN KEY ("shift_id") REFERENCES "shift"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_up" ADD CONSTRAINT "sign_up_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_up" ADD CONSTRAINT "sign_up_guest_id_fkey" FOREIGN KEY ("guest_id") REFERENCES "event_guest"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_up" ADD CONSTRAINT "sign_up_attendance_by_id_fkey" FOREIGN KEY ("attendance_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- By hand
-- The engine splits at semicolons, also in comments and bodies: none of either holds one.

-- Events
ALTER TABLE event
  ADD CONSTRAINT event_scope_is_a_path CHECK (scope ~ '^national(/[0-9A-Za-z-]+){0,2}$'),
  ADD CONSTRAINT event_audience_scope_covers CHECK (audience_scope ~ '^national(/[0-9A-Za-z-]+){0,2}$' AND scope_covers(audience_scope, scope)),
  ADD CONSTRAINT event_ends_after_it_starts CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '15 days'),
  ADD CONSTRAINT event_words_length CHECK (char_length(title) BETWEEN 1 AND 120 AND char_length(description) <= 5000
    AND char_length(address) <= 200 AND char_length(meeting_point) <= 200 AND char_length(online_url) <= 1000),
  ADD CONSTRAINT event_is_somewhere CHECK (stage <> 'published' OR commune_code IS NOT NULL OR online_url IS NOT NULL),
  ADD CONSTRAINT event_point_is_whole CHECK ((latitude IS NULL) = (longitude IS NULL)
    AND latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180),
  ADD CONSTRAINT event_published_whole CHECK (stage <> 'published' OR published_at IS NOT NULL),
  ADD CONSTRAINT event_walk_ins_counted CHECK (walk_ins BETWEEN 0 AND 100000),
  ADD CONSTRAINT event_day_of_a_series CHECK (series_id IS NULL OR series_day IS NOT NULL);
-- The agenda of a place, from a moment on: of a section, a federation, the country.
CREATE INDEX event_of_scope ON event (scope, starts_at, id) WHERE stage IN ('published', 'cancelled');
-- All of them in order: for a reach so wide that most communes lie in it.
CREATE INDEX event_by_time ON event (starts_at, id) WHERE stage IN ('published', 'cancelled');
-- The agenda of a federation and of its sections together.
CREATE INDEX event_of_federation ON event (split_part(scope, '/', 2), starts_at, id) WHERE stage IN ('published', 'cancelled');
-- What the members of a place may see by where they live, and what everybody may.
CREATE INDEX event_for_audience ON event (audience_scope, starts_at, id) WHERE stage IN ('published', 'cancelled') AND audience <> 'invited';
CREATE INDEX event_public ON event (starts_at, id) WHERE stage IN ('published', 'cancelled') AND audience = 'everyone';
CREATE INDEX event_proposed ON event (scope, created_at) WHERE stage = 'proposed';
CREATE INDEX event_at_commune ON event (commune_code, starts_at, id) WHERE stage IN ('published', 'cancelled');
CREATE INDEX event_hidden ON event (id) WHERE hidden_at IS NOT NULL;
ALTER TABLE event_change ADD CONSTRAINT event_change_reason_length CHECK (char_length(reason) <= 1000);
ALTER TABLE event_co_section
  ADD CONSTRAINT event_co_section_scope_is_a_path CHECK (scope ~ '^national(/[0-9A-Za-z-]+){0,2}$'),
  ADD CONSTRAINT event_co_section_answered_whole CHECK ((answered_at IS NULL) = (accepted IS NULL));
ALTER TABLE event_contact
  ADD CONSTRAINT event_contact_consents CHECK (phone IS NULL OR consented_at IS NOT NULL),
  ADD CONSTRAINT event_contact_consents_to_series CHECK (NOT for_series OR consented_at IS NOT NULL),
  ADD CONSTRAINT event_contact_phone_shape CHECK (phone ~ '^\+[0-9]{6,15}$');
ALTER TABLE event_item
  ADD CONSTRAINT event_item_shape CHECK (char_length(label) BETWEEN 1 AND 80 AND quantity BETWEEN 1 AND 1000 AND position BETWEEN 0 AND 29);
ALTER TABLE event_item_claim ADD CONSTRAINT event_item_claim_quantity CHECK (quantity BETWEEN 1 AND 1000);
ALTER TABLE event_series
  ADD CONSTRAINT event_series_rule CHECK (every BETWEEN 1 AND 12 AND weekday BETWEEN 1 AND 7
    AND (frequency = 'monthly') = (nth IS NOT NULL) AND nth IN (-1, 1, 2, 3, 4)
    AND start_minute BETWEEN 0 AND 1439 AND minutes BETWEEN 5 AND 21600),
  ADD CONSTRAINT event_series_ends_after_it_begins CHECK (until_day IS NULL OR until_day >= from_day);

-- Shifts: never more than the maximum, whatever the code does
ALTER TABLE shift
  ADD CONSTRAINT shift_ends_after_it_starts CHECK (ends_at > starts_at),
  ADD CONSTRAINT shift_label_length CHECK (char_length(label) <= 80),
  ADD CONSTRAINT shift_places CHECK (needed BETWEEN 0 AND 100000 AND maximum BETWEEN 1 AND 100000 AND needed <= coalesce(maximum, needed)),
  ADD CONSTRAINT shift_never_overfull CHECK (taken >= 0 AND taken <= coalesce(maximum, taken));
ALTER TABLE sign_up
  ADD CONSTRAINT sign_up_size CHECK (size BETWEEN 1 AND 2),
  ADD CONSTRAINT sign_up_of_one_person CHECK (num_nonnulls(member_id, guest_id) <= 1),
  ADD CONSTRAINT sign_up_of_somebody CHECK (state IN ('in', 'left') OR num_nonnulls(member_id, guest_id) = 1),
  ADD CONSTRAINT sign_up_offer_has_an_end CHECK ((state = 'offered') = (offered_until IS NOT NULL)),
  ADD CONSTRAINT sign_up_left_words CHECK (char_length(left_words) <= 500 AND (left_words = '' OR state = 'left')),
  ADD CONSTRAINT sign_up_left_whole CHECK ((state = 'left') = (left_at IS NOT NULL) AND (left_at IS NULL) = (left_because IS NULL)),
  ADD CONSTRAINT sign_up_attendance_whole CHECK ((attendance IS NULL) = (attendance_at IS NULL));
-- Nobody is twice on a shift, nor both in and waiting.
CREATE UNIQUE INDEX sign_up_member_once ON sign_up (shift_id, member_id) WHERE state <> 'left' AND member_id IS NOT NULL;
CREATE UNIQUE INDEX sign_up_guest_once ON sign_up (shift_id, guest_id) WHERE state <> 'left' AND guest_id IS NOT NULL;
-- Who waits, in the order of arrival, and offers that run out.
CREATE INDEX sign_up_waiting ON sign_up (shift_id, arrival) WHERE state = 'waiting';
CREATE INDEX sign_up_offers ON sign_up (offered_until) WHERE state = 'offered';
CREATE INDEX sign_up_of_member ON sign_up (member_id, shift_id) WHERE state <> 'left';

-- Participation
ALTER TABLE event_guest
  ADD CONSTRAINT event_guest_shape CHECK (char_length(name) BETWEEN 1 AND 80 AND size BETWEEN 1 AND 2);
CREATE INDEX event_guest_unconfirmed ON event_guest (asked_at) WHERE confirmed_at IS NULL;
ALTER TABLE event_note
  ADD CONSTRAINT event_note_length CHECK (char_length(words) BETWEEN 1 AND 2000),
  ADD CONSTRAINT event_note_parent CHECK ((kind = 'answer') = (parent_id IS NOT NULL));

-- Field reports
ALTER TABLE field_report
  ADD CONSTRAINT field_report_scope_is_a_path CHECK (scope ~ '^national(/[0-9A-Za-z-]+){0,2}$'),
  ADD CONSTRAINT field_report_counts CHECK (leaflets BETWEEN 0 AND 1000000 AND doors_open BETWEEN 0 AND 100000
    AND doors_closed BETWEEN 0 AND 100000 AND doors_refused BETWEEN 0 AND 100000 AND doors_talked BETWEEN 0 AND 100000
    AND doors_refused + doors_talked <= doors_open AND posters BETWEEN 0 AND 100000 AND calls BETWEEN 0 AND 100000
    AND people_met BETWEEN 0 AND 100000 AND participants BETWEEN 0 AND 100000 AND minutes BETWEEN 0 AND 21600),
  ADD CONSTRAINT field_report_heard_length CHECK (char_length(heard) <= 5000);
CREATE INDEX field_report_of_scope ON field_report (scope text_pattern_ops, day) WHERE hidden_at IS NULL;
ALTER TABLE field_report_photo
  ADD CONSTRAINT field_report_photo_shape CHECK (char_length(caption) <= 200 AND position >= 0);

-- CreateEnum
CREATE TYPE "visibility" AS ENUM ('coopains', 'section', 'members', 'everyone');

-- AlterEnum
ALTER TYPE "consent_kind" ADD VALUE 'public_field';

-- AlterTable
ALTER TABLE "commune" ADD COLUMN     "approximate" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "latitude" DOUBLE PRECISION,
ADD COLUMN     "longitude" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "consent" ADD COLUMN     "field" TEXT;

-- AlterTable
ALTER TABLE "mandate" ADD COLUMN     "end_reason" TEXT,
ADD COLUMN     "end_told_at" TIMESTAMPTZ(3),
ADD COLUMN     "ended_by_id" TEXT;

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "invited_by_id" TEXT;

-- AlterTable
ALTER TABLE "section" ADD COLUMN     "latitude" DOUBLE PRECISION,
ADD COLUMN     "longitude" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "factor_tries" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "second_factor_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "suspension" ADD COLUMN     "lifted_by_id" TEXT;

-- CreateTable
CREATE TABLE "second_factor" (
    "member_id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "member_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("member_id","hash")
);

-- CreateTable
CREATE TABLE "contact_view" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "viewer_id" TEXT,
    "purpose" TEXT NOT NULL,
    "viewed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coopain" (
    "member_id" TEXT NOT NULL,
    "other_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "coopain_pkey" PRIMARY KEY ("member_id","other_id")
);

-- CreateTable
CREATE TABLE "coopain_request" (
    "id" TEXT NOT NULL,
    "from_id" TEXT NOT NULL,
    "to_id" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "refused_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "coopain_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "block" (
    "blocker_id" TEXT NOT NULL,
    "blocked_id" TEXT NOT NULL,
    "blocked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "block_pkey" PRIMARY KEY ("blocker_id","blocked_id")
);

-- CreateTable
CREATE TABLE "invitation_link" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "paper_code_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL,
    "inviter_id" TEXT,
    "address_hash" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_by_id" TEXT,
    "opposed_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nomination" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "role" "mandate_role" NOT NULL,
    "scope" TEXT NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "nominated_by_id" TEXT,
    "nominated_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "agreed" BOOLEAN,

    CONSTRAINT "nomination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover" (
    "id" TEXT NOT NULL,
    "mandate_id" TEXT NOT NULL,
    "holder_id" TEXT NOT NULL,
    "successor_id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "role" "mandate_role" NOT NULL,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by_id" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "holder_signed_at" TIMESTAMPTZ(3),
    "successor_signed_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by_id" TEXT,

    CONSTRAINT "handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "profile" (
    "member_id" TEXT NOT NULL,
    "photo_id" TEXT,
    "presentation" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT '',
    "status_at" TIMESTAMPTZ(3),
    "skills" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "interests" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "links" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "willing" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "free" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "reach_km" INTEGER,
    "pace" TEXT,
    "card_for" "visibility",
    "photo_for" "visibility",
    "presentation_for" "visibility",
    "status_for" "visibility",
    "skills_for" "visibility",
    "interests_for" "visibility",
    "links_for" "visibility",
    "mandates_for" "visibility",
    "activity_for" "visibility",
    "coopains_for" "visibility",
    "offer_for" "visibility",
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "profile_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "welcome" (
    "member_id" TEXT NOT NULL,
    "section_id" TEXT NOT NULL,
    "point_person_id" TEXT,
    "assigned_by_id" TEXT,
    "assigned_at" TIMESTAMPTZ(3),
    "written_at" TIMESTAMPTZ(3),
    "welcomed_by_id" TEXT,
    "welcomed_at" TIMESTAMPTZ(3),

    CONSTRAINT "welcome_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "adherent_proposal" (
    "member_id" TEXT NOT NULL,
    "proposed_by_id" TEXT,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "adherent_proposal_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "volunteer" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "section_id" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_by_id" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "volunteer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter" (
    "id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "author_id" TEXT,
    "words" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter_answer" (
    "id" TEXT NOT NULL,
    "letter_id" TEXT NOT NULL,
    "author_id" TEXT,
    "words" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letter_answer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "contact_view_member_id_idx" ON "contact_view"("member_id");

-- CreateIndex
CREATE INDEX "contact_view_viewer_id_idx" ON "contact_view"("viewer_id");

-- CreateIndex
CREATE UNIQUE INDEX "coopain_other_id_member_id_key" ON "coopain"("other_id", "member_id");

-- CreateIndex
CREATE INDEX "coopain_request_to_id_sent_at_idx" ON "coopain_request"("to_id", "sent_at" DESC);

-- CreateIndex
CREATE INDEX "coopain_request_from_id_sent_at_idx" ON "coopain_request"("from_id", "sent_at" DESC);

-- CreateIndex
CREATE INDEX "block_blocked_id_idx" ON "block"("blocked_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_link_paper_code_hash_key" ON "invitation_link"("paper_code_hash");

-- CreateIndex
CREATE INDEX "invitation_link_member_id_idx" ON "invitation_link"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_address_hash_key" ON "invitation"("address_hash");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_taken_by_id_key" ON "invitation"("taken_by_id");

-- CreateIndex
CREATE INDEX "invitation_inviter_id_idx" ON "invitation"("inviter_id");

-- CreateIndex
CREATE INDEX "nomination_member_id_idx" ON "nomination"("member_id");

-- CreateIndex
CREATE INDEX "handover_mandate_id_idx" ON "handover"("mandate_id");

-- CreateIndex
CREATE INDEX "handover_successor_id_idx" ON "handover"("successor_id");

-- CreateIndex
CREATE INDEX "handover_holder_id_idx" ON "handover"("holder_id");

-- CreateIndex
CREATE INDEX "handover_scope_idx" ON "handover"("scope");

-- CreateIndex
CREATE UNIQUE INDEX "profile_photo_id_key" ON "profile"("photo_id");

-- CreateIndex
CREATE INDEX "profile_skills_idx" ON "profile" USING GIN ("skills" array_ops);

-- CreateIndex
CREATE INDEX "profile_interests_idx" ON "profile" USING GIN ("interests" array_ops);

-- CreateIndex
CREATE INDEX "welcome_section_id_idx" ON "welcome"("section_id");

-- CreateIndex
CREATE INDEX "welcome_point_person_id_idx" ON "welcome"("point_person_id");

-- CreateIndex
CREATE INDEX "volunteer_member_id_idx" ON "volunteer"("member_id");

-- CreateIndex
CREATE INDEX "volunteer_section_id_idx" ON "volunteer"("section_id");

-- CreateIndex
CREATE INDEX "letter_scope_sent_at_idx" ON "letter"("scope", "sent_at" DESC);

-- CreateIndex
CREATE INDEX "letter_author_id_idx" ON "letter"("author_id");

-- CreateIndex
CREATE INDEX "letter_answer_letter_id_idx" ON "letter_answer"("letter_id");

-- CreateIndex
CREATE INDEX "letter_answer_author_id_idx" ON "letter_answer"("author_id");

-- CreateIndex
CREATE INDEX "member_commune_code_idx" ON "member"("commune_code");

-- CreateIndex
CREATE INDEX "member_invited_by_id_idx" ON "member"("invited_by_id");

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suspension" ADD CONSTRAINT "suspension_lifted_by_id_fkey" FOREIGN KEY ("lifted_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_view" ADD CONSTRAINT "contact_view_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_view" ADD CONSTRAINT "contact_view_viewer_id_fkey" FOREIGN KEY ("viewer_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coopain" ADD CONSTRAINT "coopain_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coopain" ADD CONSTRAINT "coopain_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coopain" ADD CONSTRAINT "coopain_other_id_member_id_fkey" FOREIGN KEY ("other_id", "member_id") REFERENCES "coopain"("member_id", "other_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coopain_request" ADD CONSTRAINT "coopain_request_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coopain_request" ADD CONSTRAINT "coopain_request_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block" ADD CONSTRAINT "block_blocker_id_fkey" FOREIGN KEY ("blocker_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block" ADD CONSTRAINT "block_blocked_id_fkey" FOREIGN KEY ("blocked_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation_link" ADD CONSTRAINT "invitation_link_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_inviter_id_fkey" FOREIGN KEY ("inviter_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_taken_by_id_fkey" FOREIGN KEY ("taken_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_nominated_by_id_fkey" FOREIGN KEY ("nominated_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_mandate_id_fkey" FOREIGN KEY ("mandate_id") REFERENCES "mandate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_cancelled_by_id_fkey" FOREIGN KEY ("cancelled_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profile" ADD CONSTRAINT "profile_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profile" ADD CONSTRAINT "profile_photo_id_fkey" FOREIGN KEY ("photo_id") REFERENCES "image"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "welcome" ADD CONSTRAINT "welcome_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "welcome" ADD CONSTRAINT "welcome_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "welcome" ADD CONSTRAINT "welcome_point_person_id_fkey" FOREIGN KEY ("point_person_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "welcome" ADD CONSTRAINT "welcome_assigned_by_id_fkey" FOREIGN KEY ("assigned_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "welcome" ADD CONSTRAINT "welcome_welcomed_by_id_fkey" FOREIGN KEY ("welcomed_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adherent_proposal" ADD CONSTRAINT "adherent_proposal_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adherent_proposal" ADD CONSTRAINT "adherent_proposal_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "volunteer" ADD CONSTRAINT "volunteer_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "volunteer" ADD CONSTRAINT "volunteer_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "volunteer" ADD CONSTRAINT "volunteer_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_answer" ADD CONSTRAINT "letter_answer_letter_id_fkey" FOREIGN KEY ("letter_id") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_answer" ADD CONSTRAINT "letter_answer_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand: what the schema language cannot say.

-- A name as it is searched: no accents, lower case, hyphens and apostrophes as spaces.
CREATE FUNCTION folded(name text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN translate(lower(public.unaccent('public.unaccent'::regdictionary, name)), '-''’.·', '     ');
CREATE INDEX member_folded_name ON member USING gin (folded(name) gin_trgm_ops) WHERE erased_at IS NULL;

-- Kilometres between two points of the globe, by the haversine formula on a sphere of 6,371 km (R. W. Sinnott, 1984).
CREATE FUNCTION distance_km(lat1 double precision, lon1 double precision, lat2 double precision, lon2 double precision)
  RETURNS double precision
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN 2 * 6371 * asin(least(1, sqrt(
    sin(radians(lat2 - lat1) / 2) ^ 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ^ 2)));
CREATE INDEX commune_coordinates ON commune (latitude, longitude);

-- Accounts
DROP INDEX consent_in_force;
-- One consent of a kind, and for a profile of a field, in force at a time.
CREATE UNIQUE INDEX consent_in_force ON consent (member_id, kind, coalesce(field, '')) WHERE withdrawn_at IS NULL;
ALTER TABLE consent
  ADD CONSTRAINT consent_of_a_field CHECK ((kind::text = 'public_field') = (field IS NOT NULL));
ALTER TABLE session
  ADD CONSTRAINT session_factor_tries_counted CHECK (factor_tries BETWEEN 0 AND 5);
ALTER TABLE contact_view
  ADD CONSTRAINT contact_view_has_a_purpose CHECK (char_length(purpose) BETWEEN 5 AND 500);
-- Newcomers, the latest first.
CREATE INDEX member_newest ON member (section_id, joined_at DESC, id) WHERE erased_at IS NULL;
-- Members of a section, by name.
CREATE INDEX member_by_name ON member (section_id, folded(name) COLLATE "C", id) WHERE erased_at IS NULL;
-- Declared adherents that wait for their federation.
CREATE INDEX member_declared ON member (section_id, joined_at) WHERE claim = 'adherent' AND adherent_since IS NULL AND erased_at IS NULL;

-- Profiles
ALTER TABLE profile
  ADD CONSTRAINT profile_lengths CHECK (char_length(presentation) <= 2000 AND char_length(status) <= 140),
  ADD CONSTRAINT profile_lists CHECK (cardinality(skills) <= 20 AND cardinality(interests) <= 20 AND cardinality(links) <= 5
    AND cardinality(willing) <= 20 AND cardinality(free) <= 10),
  ADD CONSTRAINT profile_reach CHECK (reach_km BETWEEN 0 AND 1000);

-- Mandates
ALTER TABLE nomination
  ADD CONSTRAINT nomination_decided_whole CHECK ((decided_at IS NULL) = (agreed IS NULL));
CREATE UNIQUE INDEX nomination_waiting_once ON nomination (member_id, role, scope) WHERE decided_at IS NULL;
ALTER TABLE handover
  ADD CONSTRAINT handover_between_two CHECK (holder_id <> successor_id),
  ADD CONSTRAINT handover_done_only_signed CHECK (done_at IS NULL OR
    (confirmed_at IS NOT NULL AND holder_signed_at IS NOT NULL AND successor_signed_at IS NOT NULL AND cancelled_at IS NULL)),
  ADD CONSTRAINT handover_scope_is_a_path CHECK (scope ~ '^national(/[0-9A-Za-z-]+){0,2}$');
-- A mandate is handed over to one person at a time.
CREATE UNIQUE INDEX handover_open_once ON handover (mandate_id) WHERE done_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX mandate_ending ON mandate (ends_at) WHERE ends_at IS NOT NULL;

-- Coopains
ALTER TABLE coopain ADD CONSTRAINT coopain_between_two CHECK (member_id <> other_id);
ALTER TABLE coopain_request
  ADD CONSTRAINT coopain_request_between_two CHECK (from_id <> to_id),
  ADD CONSTRAINT coopain_request_words_length CHECK (char_length(words) <= 280),
  ADD CONSTRAINT coopain_request_one_answer CHECK (accepted_at IS NULL OR (refused_at IS NULL AND cancelled_at IS NULL));
CREATE UNIQUE INDEX coopain_request_waiting_once ON coopain_request (from_id, to_id)
  WHERE accepted_at IS NULL AND refused_at IS NULL AND cancelled_at IS NULL;
ALTER TABLE block ADD CONSTRAINT block_between_two CHECK (blocker_id <> blocked_id);
CREATE UNIQUE INDEX invitation_link_in_force ON invitation_link (member_id) WHERE revoked_at IS NULL;

-- Sections
ALTER TABLE volunteer ADD CONSTRAINT volunteer_words_length CHECK (char_length(words) <= 1000);
CREATE UNIQUE INDEX volunteer_waiting_once ON volunteer (member_id) WHERE answered_at IS NULL;
ALTER TABLE letter
  ADD CONSTRAINT letter_words_length CHECK (char_length(words) BETWEEN 1 AND 5000),
  ADD CONSTRAINT letter_scope_is_a_path CHECK (scope ~ '^national(/[0-9A-Za-z-]+){0,2}$');
ALTER TABLE letter_answer ADD CONSTRAINT letter_answer_words_length CHECK (char_length(words) BETWEEN 1 AND 5000);

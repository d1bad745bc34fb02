CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "member_claim" AS ENUM ('sympathiser', 'adherent');

-- CreateEnum
CREATE TYPE "mandate_role" AS ENUM ('section_leader', 'federation_admin', 'moderator', 'national_admin');

-- CreateEnum
CREATE TYPE "email_code_purpose" AS ENUM ('sign_up', 'sign_in', 'reset_password', 'change_email');

-- CreateEnum
CREATE TYPE "consent_kind" AS ENUM ('political_data', 'public_name');

-- CreateEnum
CREATE TYPE "debate_audience" AS ENUM ('open', 'members', 'adherents');

-- CreateEnum
CREATE TYPE "contribution_side" AS ENUM ('pour', 'contre');

-- CreateEnum
CREATE TYPE "vote_value" AS ENUM ('agree', 'disagree', 'pass');

-- CreateEnum
CREATE TYPE "commune_kind" AS ENUM ('commune', 'arrondissement', 'country');

-- CreateTable
CREATE TABLE "member" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "claim" "member_claim" NOT NULL,
    "adherent_since" TIMESTAMPTZ(3),
    "commune_code" TEXT NOT NULL,
    "section_id" TEXT NOT NULL,
    "password_hash" TEXT,
    "adult_on" DATE,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mandate" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "role" "mandate_role" NOT NULL,
    "scope" TEXT NOT NULL,
    "begins_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "given_by_id" TEXT,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mandate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suspension" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "begins_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "decided_by_id" TEXT,
    "lifted_at" TIMESTAMPTZ(3),

    CONSTRAINT "suspension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email_code" (
    "id" TEXT NOT NULL,
    "purpose" "email_code_purpose" NOT NULL,
    "email" TEXT NOT NULL,
    "browser_hash" TEXT NOT NULL,
    "member_id" TEXT,
    "pending" JSONB,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "email_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "kind" "consent_kind" NOT NULL,
    "text_version" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "debate" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "framing" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "audience" "debate_audience" NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "pour_count" INTEGER NOT NULL DEFAULT 0,
    "contre_count" INTEGER NOT NULL DEFAULT 0,
    "vote_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "debate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contribution" (
    "id" TEXT NOT NULL,
    "debate_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "side" "contribution_side" NOT NULL,
    "body" TEXT NOT NULL,
    "author_id" TEXT,
    "client_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "hidden_at" TIMESTAMPTZ(3),
    "agree" INTEGER NOT NULL DEFAULT 0,
    "disagree" INTEGER NOT NULL DEFAULT 0,
    "pass" INTEGER NOT NULL DEFAULT 0,
    "tally_version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "contribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vote" (
    "contribution_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "value" "vote_value" NOT NULL,
    "cast_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "vote_pkey" PRIMARY KEY ("contribution_id","member_id")
);

-- CreateTable
CREATE TABLE "fact" (
    "id" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "actor_id" TEXT,
    "ids" JSONB NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "command_receipt" (
    "member_id" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "result" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "command_receipt_pkey" PRIMARY KEY ("member_id","command","key")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "seeded" (
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "seeded_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "federation" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "region" TEXT,

    CONSTRAINT "federation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "section" (
    "id" TEXT NOT NULL,
    "federation_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "scope" TEXT NOT NULL,

    CONSTRAINT "section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commune" (
    "code" TEXT NOT NULL,
    "kind" "commune_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "search_name" TEXT NOT NULL,
    "postal_codes" TEXT[],
    "federation_id" TEXT NOT NULL,
    "population" INTEGER NOT NULL,
    "section_id" TEXT,

    CONSTRAINT "commune_pkey" PRIMARY KEY ("code")
);

-- CreateIndex
CREATE UNIQUE INDEX "member_email_key" ON "member"("email");

-- CreateIndex
CREATE INDEX "member_section_id_idx" ON "member"("section_id");

-- CreateIndex
CREATE INDEX "session_member_id_idx" ON "session"("member_id");

-- CreateIndex
CREATE INDEX "mandate_member_id_idx" ON "mandate"("member_id");

-- CreateIndex
CREATE INDEX "mandate_scope_role_idx" ON "mandate"("scope", "role");

-- CreateIndex
CREATE INDEX "suspension_member_id_idx" ON "suspension"("member_id");

-- CreateIndex
CREATE INDEX "email_code_email_idx" ON "email_code"("email");

-- CreateIndex
CREATE INDEX "email_code_expires_at_idx" ON "email_code"("expires_at");

-- CreateIndex
CREATE INDEX "consent_member_id_kind_idx" ON "consent"("member_id", "kind");

-- CreateIndex
CREATE INDEX "debate_closes_at_id_idx" ON "debate"("closes_at", "id");

-- CreateIndex
CREATE INDEX "contribution_debate_id_side_seq_idx" ON "contribution"("debate_id", "side", "seq" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "contribution_debate_id_seq_key" ON "contribution"("debate_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "contribution_author_id_client_id_key" ON "contribution"("author_id", "client_id");

-- CreateIndex
CREATE INDEX "vote_member_id_idx" ON "vote"("member_id");

-- CreateIndex
CREATE INDEX "command_receipt_created_at_idx" ON "command_receipt"("created_at");

-- CreateIndex
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");

-- CreateIndex
CREATE UNIQUE INDEX "federation_slug_key" ON "federation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "section_scope_key" ON "section"("scope");

-- CreateIndex
CREATE UNIQUE INDEX "section_federation_id_slug_key" ON "section"("federation_id", "slug");

-- CreateIndex
CREATE INDEX "commune_section_id_idx" ON "commune"("section_id");

-- CreateIndex
CREATE INDEX "commune_federation_id_idx" ON "commune"("federation_id");

-- CreateIndex
CREATE INDEX "commune_search_name_trgm" ON "commune" USING GIN ("search_name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "commune_postal_codes" ON "commune" USING GIN ("postal_codes");

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_commune_code_fkey" FOREIGN KEY ("commune_code") REFERENCES "commune"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_given_by_id_fkey" FOREIGN KEY ("given_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suspension" ADD CONSTRAINT "suspension_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suspension" ADD CONSTRAINT "suspension_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debate" ADD CONSTRAINT "debate_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "section" ADD CONSTRAINT "section_federation_id_fkey" FOREIGN KEY ("federation_id") REFERENCES "federation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commune" ADD CONSTRAINT "commune_federation_id_fkey" FOREIGN KEY ("federation_id") REFERENCES "federation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commune" ADD CONSTRAINT "commune_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand: what the schema language cannot say. Everything above is generated
-- (`node bin/lib/new-migration.mjs --first` writes it again and keeps what follows).

-- The one law of the tree: a scope covers itself and what is below it, by whole segments (src/core/scope.ts).
CREATE FUNCTION scope_covers(a text, b text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN b = a OR starts_with(b, a || '/');

-- Territory
ALTER TABLE commune
  ADD CONSTRAINT commune_population_not_negative CHECK (population >= 0),
  ADD CONSTRAINT commune_section_known CHECK (section_id IS NOT NULL OR code IN ('75056', '69123', '13055'));
ALTER TABLE section
  ADD CONSTRAINT section_scope_is_its_path CHECK (scope = 'national/' || federation_id || '/' || id);

-- Accounts
ALTER TABLE member
  ADD CONSTRAINT member_email_lower_case CHECK (email = lower(email)),
  ADD CONSTRAINT member_email_length CHECK (char_length(email) BETWEEN 3 AND 254),
  ADD CONSTRAINT member_name_length CHECK (char_length(name) BETWEEN 1 AND 80);
ALTER TABLE session
  ADD CONSTRAINT session_expires_after_start CHECK (expires_at > created_at);
ALTER TABLE mandate
  ADD CONSTRAINT mandate_ends_after_it_begins CHECK (ends_at > begins_at),
  ADD CONSTRAINT mandate_scope_is_a_path CHECK (scope ~ '^national(/[0-9A-Za-z-]+){0,2}$');
ALTER TABLE suspension
  ADD CONSTRAINT suspension_ends_after_it_begins CHECK (ends_at > begins_at),
  ADD CONSTRAINT suspension_reason_given CHECK (char_length(reason) BETWEEN 1 AND 2000);
ALTER TABLE email_code
  ADD CONSTRAINT email_code_email_lower_case CHECK (email = lower(email)),
  ADD CONSTRAINT email_code_tries_not_negative CHECK (tries >= 0),
  ADD CONSTRAINT email_code_expires_after_start CHECK (expires_at > created_at);
ALTER TABLE consent
  ADD CONSTRAINT consent_withdrawn_after_given CHECK (withdrawn_at >= given_at);
-- One consent of a kind in force at a time.
CREATE UNIQUE INDEX consent_in_force ON consent (member_id, kind) WHERE withdrawn_at IS NULL;

-- Debates
ALTER TABLE debate
  ADD CONSTRAINT debate_closes_after_it_opens CHECK (closes_at > opens_at),
  ADD CONSTRAINT debate_question_length CHECK (char_length(question) BETWEEN 10 AND 200),
  ADD CONSTRAINT debate_framing_length CHECK (char_length(framing) <= 5000),
  ADD CONSTRAINT debate_scope_is_a_path CHECK (scope ~ '^national(/[0-9A-Za-z-]+){0,2}$'),
  ADD CONSTRAINT debate_counts_not_negative CHECK (last_seq >= 0 AND pour_count >= 0 AND contre_count >= 0 AND vote_count >= 0);
ALTER TABLE contribution
  ADD CONSTRAINT contribution_body_length CHECK (char_length(body) BETWEEN 10 AND 2000),
  ADD CONSTRAINT contribution_seq_from_one CHECK (seq >= 1),
  ADD CONSTRAINT contribution_tally_not_negative CHECK (agree >= 0 AND disagree >= 0 AND pass >= 0 AND tally_version >= 0);

-- Facts whose live consequences have not gone out: few at any time, swept by this index.
CREATE INDEX fact_unpublished ON fact (id) WHERE published_at IS NULL;

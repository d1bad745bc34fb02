-- CreateEnum
CREATE TYPE "debate_phase" AS ENUM ('upcoming', 'ideas', 'debate', 'vote', 'synthesis', 'closed');

-- CreateEnum
CREATE TYPE "debate_change_kind" AS ENUM ('edited', 'hidden', 'shown', 'phase', 'synthesis');

-- CreateEnum
CREATE TYPE "decision_outcome" AS ENUM ('nothing', 'hide');

-- AlterEnum
ALTER TYPE "contribution_side" ADD VALUE 'neutre';

-- DropIndex
DROP INDEX "debate_closes_at_id_idx";

-- AlterTable
ALTER TABLE "contribution" ADD COLUMN     "edited_at" TIMESTAMPTZ(3),
ADD COLUMN     "parent_id" TEXT,
ADD COLUMN     "reply_count" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "side" DROP NOT NULL;

-- AlterTable
ALTER TABLE "debate" ADD COLUMN     "counts_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "cover_id" TEXT,
ADD COLUMN     "debate_at" TIMESTAMPTZ(3),
ADD COLUMN     "neutre_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "phase" "debate_phase" NOT NULL DEFAULT 'upcoming',
ADD COLUMN     "synthesis" TEXT,
ADD COLUMN     "vote_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "contribution_revision" (
    "contribution_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contribution_revision_pkey" PRIMARY KEY ("contribution_id","number")
);

-- CreateTable
CREATE TABLE "debate_change" (
    "debate_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" "debate_change_kind" NOT NULL,
    "contribution_id" TEXT,
    "from_phase" "debate_phase",
    "to_phase" "debate_phase",
    "reason" TEXT,
    "by_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "debate_change_pkey" PRIMARY KEY ("debate_id","seq")
);

-- CreateTable
CREATE TABLE "debate_host" (
    "debate_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "debate_host_pkey" PRIMARY KEY ("debate_id","member_id")
);

-- CreateTable
CREATE TABLE "debate_follow" (
    "debate_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "followed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "debate_follow_pkey" PRIMARY KEY ("debate_id","member_id")
);

-- CreateTable
CREATE TABLE "image" (
    "id" TEXT NOT NULL,
    "large" BYTEA NOT NULL,
    "small" BYTEA NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "uploaded_by_id" TEXT,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "image_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "moderation_case" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "moderation_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "rule" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "reporter_id" TEXT,
    "notice_name" TEXT,
    "notice_email" TEXT,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "decision_id" TEXT,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "outcome" "decision_outcome" NOT NULL,
    "rule" INTEGER,
    "words" TEXT NOT NULL,
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appeal" (
    "id" TEXT NOT NULL,
    "decision_id" TEXT NOT NULL,
    "author_id" TEXT,
    "words" TEXT NOT NULL,
    "appealed_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_by_id" TEXT,

    CONSTRAINT "appeal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "debate_change_contribution_id_idx" ON "debate_change"("contribution_id");

-- CreateIndex
CREATE INDEX "debate_host_member_id_idx" ON "debate_host"("member_id");

-- CreateIndex
CREATE INDEX "debate_follow_member_id_idx" ON "debate_follow"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "moderation_case_kind_object_id_key" ON "moderation_case"("kind", "object_id");

-- CreateIndex
CREATE INDEX "report_case_id_idx" ON "report"("case_id");

-- CreateIndex
CREATE INDEX "report_decision_id_idx" ON "report"("decision_id");

-- CreateIndex
CREATE INDEX "report_reporter_id_idx" ON "report"("reporter_id");

-- CreateIndex
CREATE INDEX "decision_case_id_idx" ON "decision"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "appeal_decision_id_key" ON "appeal"("decision_id");

-- CreateIndex
CREATE UNIQUE INDEX "appeal_settled_by_id_key" ON "appeal"("settled_by_id");

-- CreateIndex
CREATE INDEX "appeal_author_id_idx" ON "appeal"("author_id");

-- CreateIndex
CREATE INDEX "contribution_parent_id_seq_idx" ON "contribution"("parent_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "debate_cover_id_key" ON "debate"("cover_id");

-- CreateIndex
CREATE INDEX "debate_phase_closes_at_id_idx" ON "debate"("phase", "closes_at", "id");

-- AddForeignKey
ALTER TABLE "debate" ADD CONSTRAINT "debate_cover_id_fkey" FOREIGN KEY ("cover_id") REFERENCES "image"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "contribution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution_revision" ADD CONSTRAINT "contribution_revision_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debate_change" ADD CONSTRAINT "debate_change_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debate_change" ADD CONSTRAINT "debate_change_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debate_change" ADD CONSTRAINT "debate_change_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debate_host" ADD CONSTRAINT "debate_host_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debate_host" ADD CONSTRAINT "debate_host_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debate_follow" ADD CONSTRAINT "debate_follow_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debate_follow" ADD CONSTRAINT "debate_follow_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "image" ADD CONSTRAINT "image_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "moderation_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_reporter_id_fkey" FOREIGN KEY ("reporter_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "moderation_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand: what the schema language cannot say.

-- Debates that already ran had contributions, replies and votes at once.
UPDATE debate SET phase = CASE WHEN opens_at > now() THEN 'upcoming' WHEN closes_at > now() THEN 'debate' ELSE 'synthesis' END::debate_phase;
-- Those who opened them are their hosts.
INSERT INTO debate_host (debate_id, member_id, added_at)
  SELECT id, opened_by_id, created_at FROM debate WHERE opened_by_id IS NOT NULL;

ALTER TABLE debate
  ADD CONSTRAINT debate_phases_in_order CHECK (
    debate_at >= opens_at AND debate_at <= closes_at AND vote_at >= coalesce(debate_at, opens_at) AND vote_at <= closes_at),
  ADD CONSTRAINT debate_synthesis_length CHECK (char_length(synthesis) BETWEEN 10 AND 20000),
  ADD CONSTRAINT debate_more_counts_not_negative CHECK (neutre_count >= 0 AND counts_version >= 0);
ALTER TABLE contribution
  ADD CONSTRAINT contribution_has_a_side_or_a_parent CHECK ((side IS NULL) <> (parent_id IS NULL)),
  ADD CONSTRAINT contribution_replies_not_negative CHECK (reply_count >= 0);
ALTER TABLE contribution_revision
  ADD CONSTRAINT contribution_revision_from_one CHECK (number >= 1);
ALTER TABLE debate_change
  ADD CONSTRAINT debate_change_seq_from_one CHECK (seq >= 1),
  ADD CONSTRAINT debate_change_about_something CHECK ((kind IN ('edited', 'hidden', 'shown')) = (contribution_id IS NOT NULL)),
  ADD CONSTRAINT debate_change_of_phase CHECK ((kind = 'phase') = (from_phase IS NOT NULL AND to_phase IS NOT NULL)),
  ADD CONSTRAINT debate_change_reopened_with_a_reason CHECK (to_phase > from_phase OR char_length(reason) BETWEEN 1 AND 500);

-- The story of a debate's phases, whatever else happened in it.
CREATE INDEX debate_change_phases ON debate_change (debate_id, seq) WHERE kind IN ('phase', 'synthesis');

-- Lower bound of Wilson's score interval (E. B. Wilson, 1927) at 95 %, of agree among agree and disagree (0 without any).
CREATE FUNCTION agreement(agree integer, disagree integer) RETURNS double precision
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN agree + disagree = 0 THEN 0 ELSE
    (agree + 1.9208 - 1.96 * sqrt(agree::float8 * disagree / (agree + disagree) + 0.9604)) / (agree + disagree + 3.8416) END;
-- 0.5 where as many agree as disagree.
CREATE FUNCTION division(agree integer, disagree integer) RETURNS double precision
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN agree + disagree = 0 THEN 0 ELSE least(agree, disagree)::float8 / (agree + disagree) END;
CREATE INDEX contribution_most_agreed ON contribution (debate_id, side, agreement(agree, disagree) DESC, seq DESC)
  WHERE hidden_at IS NULL AND parent_id IS NULL;
CREATE INDEX contribution_most_divided ON contribution (debate_id, side, division(agree, disagree) DESC, seq DESC)
  WHERE hidden_at IS NULL AND parent_id IS NULL AND agree + disagree >= 5;

-- Moderation
ALTER TABLE moderation_case
  ADD CONSTRAINT moderation_case_scope_is_a_path CHECK (scope ~ '^national(/[0-9A-Za-z-]+){0,2}$');
ALTER TABLE report
  ADD CONSTRAINT report_words_length CHECK (char_length(words) <= 2000),
  ADD CONSTRAINT report_rule_is_one CHECK (rule >= 1);
ALTER TABLE decision
  ADD CONSTRAINT decision_words_length CHECK (char_length(words) BETWEEN 1 AND 2000),
  ADD CONSTRAINT decision_hides_by_a_rule CHECK (outcome <> 'hide' OR rule IS NOT NULL);
ALTER TABLE appeal
  ADD CONSTRAINT appeal_words_length CHECK (char_length(words) BETWEEN 1 AND 2000);
-- A person has one report of an object waiting at a time.
CREATE UNIQUE INDEX report_waiting_once ON report (case_id, reporter_id) WHERE decision_id IS NULL;
-- The queue of moderators: few at any time.
CREATE INDEX report_waiting ON report (reported_at) WHERE decision_id IS NULL;
CREATE INDEX appeal_waiting ON appeal (appealed_at) WHERE settled_by_id IS NULL;

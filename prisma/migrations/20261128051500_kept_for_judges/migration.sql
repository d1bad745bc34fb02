-- AlterTable
ALTER TABLE "event_note" ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "field_report" ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "field_report_photo" ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "kept_words" (
    "kind" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "kept_words_pkey" PRIMARY KEY ("kind","object_id","until")
);

-- By hand
-- What a night looks for.
CREATE INDEX event_note_removed ON event_note (removed_at) WHERE removed_at IS NOT NULL;
CREATE INDEX field_report_removed ON field_report (removed_at) WHERE removed_at IS NOT NULL;
CREATE INDEX field_report_photo_removed ON field_report_photo (removed_at) WHERE removed_at IS NOT NULL;
CREATE INDEX post_photo_kept ON post_photo (post_id) WHERE uploaded_by_id IS NULL;
CREATE INDEX post_video_kept ON post_video (post_id) WHERE uploaded_by_id IS NULL;
CREATE INDEX post_kept ON post (removed_at) WHERE group_id IS NULL AND author_id IS NULL;

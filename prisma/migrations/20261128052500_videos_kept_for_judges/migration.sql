-- DropIndex
DROP INDEX "post_video_post_id_key";

-- CreateIndex
CREATE INDEX "post_video_post_id_idx" ON "post_video"("post_id");

-- By hand
-- A post shows one video. Others of it are kept for who judges it.
CREATE UNIQUE INDEX post_video_shown_once ON post_video (post_id) WHERE uploaded_by_id IS NOT NULL;

-- CreateIndex
CREATE INDEX "notice_subject_id_idx" ON "notice"("subject_id");

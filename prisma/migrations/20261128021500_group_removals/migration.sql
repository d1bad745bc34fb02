-- CreateTable
CREATE TABLE "group_removal" (
    "group_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "removed_by_id" TEXT,
    "removed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_removal_pkey" PRIMARY KEY ("group_id","member_id")
);

-- CreateIndex
CREATE INDEX "group_removal_member_id_idx" ON "group_removal"("member_id");

-- CreateIndex
CREATE INDEX "group_removal_removed_by_id_idx" ON "group_removal"("removed_by_id");

-- AddForeignKey
ALTER TABLE "group_removal" ADD CONSTRAINT "group_removal_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "member_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_removal" ADD CONSTRAINT "group_removal_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_removal" ADD CONSTRAINT "group_removal_removed_by_id_fkey" FOREIGN KEY ("removed_by_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

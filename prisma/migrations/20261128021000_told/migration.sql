-- CreateTable
CREATE TABLE "fact_told" (
    "fact_id" BIGINT NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fact_told_pkey" PRIMARY KEY ("fact_id")
);

-- CreateIndex
CREATE INDEX "fact_told_told_at_idx" ON "fact_told"("told_at");

-- By hand
-- What she read long ago is forgotten.
CREATE INDEX notice_read_at ON notice (read_at) WHERE read_at IS NOT NULL;

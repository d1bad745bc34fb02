-- CreateTable
CREATE TABLE "group_mail" (
    "key" TEXT NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_mail_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "group_mail_claimed_at_idx" ON "group_mail"("claimed_at");

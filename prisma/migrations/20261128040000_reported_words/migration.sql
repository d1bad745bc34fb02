-- CreateTable
CREATE TABLE "reported_words" (
    "message_id" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "reported_words_pkey" PRIMARY KEY ("message_id","until")
);

-- AddForeignKey
ALTER TABLE "reported_words" ADD CONSTRAINT "reported_words_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- How far the followers of a debate were told stands beside it: telling thousands of them keeps nobody from speaking meanwhile.
-- CreateTable
CREATE TABLE "debate_telling" (
    "debate_id" TEXT NOT NULL,
    "told_seq" INTEGER NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "debate_telling_pkey" PRIMARY KEY ("debate_id")
);

-- AddForeignKey
ALTER TABLE "debate_telling" ADD CONSTRAINT "debate_telling_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand
INSERT INTO debate_telling (debate_id, told_seq, told_at) SELECT id, told_seq, now() FROM debate WHERE told_seq > 0;

-- AlterTable
ALTER TABLE "debate" DROP COLUMN "told_seq";

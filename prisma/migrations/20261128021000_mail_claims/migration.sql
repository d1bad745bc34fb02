-- One list of the mails that left, for all features: nobody gets two across the move.
INSERT INTO "mail_claim" ("key", "claimed_at")
SELECT "key", "claimed_at" FROM "participation_mail"
UNION ALL
SELECT "key", "claimed_at" FROM "group_mail"
ON CONFLICT DO NOTHING;

-- DropTable
DROP TABLE "participation_mail";

-- DropTable
DROP TABLE "group_mail";

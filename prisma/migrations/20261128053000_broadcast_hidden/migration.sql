-- AlterTable
ALTER TABLE "broadcast" ADD COLUMN     "hidden_at" TIMESTAMPTZ(3),
ADD COLUMN     "moderated_to" TEXT,
ADD COLUMN     "stopped_at" TIMESTAMPTZ(3);

-- By hand
-- What was hidden in one copy, while copies were judged apart, is hidden in all: the job of the clock takes it to the others.
UPDATE broadcast b SET hidden_at = x.hidden_at, moderated_to = '',
  stopped_at = CASE WHEN b.done_at IS NULL THEN x.hidden_at END, done_at = coalesce(b.done_at, x.hidden_at)
FROM (SELECT broadcast_id, min(hidden_at) AS hidden_at FROM message
  WHERE broadcast_id IS NOT NULL AND hidden_at IS NOT NULL GROUP BY broadcast_id) x
WHERE b.id = x.broadcast_id;

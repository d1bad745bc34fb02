-- AlterTable
ALTER TABLE "sign_up" ADD COLUMN     "restored_at" TIMESTAMPTZ(3);

-- By hand
-- Only a removal is taken back.
ALTER TABLE sign_up ADD CONSTRAINT sign_up_restored_was_removed
  CHECK (restored_at IS NULL OR left_because IS NOT DISTINCT FROM 'removed');
-- Figures of a federation, with its sections, and of the country: the last twelve months of each.
CREATE INDEX field_report_of_federation ON field_report (split_part(scope, '/', 2), day) WHERE hidden_at IS NULL;
CREATE INDEX field_report_by_day ON field_report (day) WHERE hidden_at IS NULL;

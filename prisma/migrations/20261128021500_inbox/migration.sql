ALTER TABLE "conversation" ADD COLUMN "asked_at" TIMESTAMPTZ(3);

-- By hand
ALTER TABLE conversation ADD CONSTRAINT conversation_asked_in_inbox CHECK (kind = 'inbox' OR asked_at IS NULL);
-- A broadcast opens a conversation with each member of a place: its inbox holds those that somebody wrote in.
DROP INDEX conversation_inbox;
CREATE INDEX conversation_inbox ON conversation (scope, asked_at DESC, id DESC) WHERE asked_at IS NOT NULL;
-- Letters to those in charge become conversations with the place, with their answers, in the order of time. One that nobody
-- answered still waits. Nobody is told again of what is there. Where an account is gone, nobody is left to be answered.
WITH entry AS (
  SELECT l.scope, l.author_id AS member_id, l.id, l.author_id, false AS from_place, l.words, l.sent_at,
    NOT EXISTS (SELECT 1 FROM letter_answer n WHERE n.letter_id = l.id) AS waits
  FROM letter l WHERE l.author_id IS NOT NULL
  UNION ALL
  SELECT l.scope, l.author_id, n.id, n.author_id, true, n.words, n.sent_at, false
  FROM letter_answer n JOIN letter l ON l.id = n.letter_id WHERE l.author_id IS NOT NULL
), numbered AS (
  SELECT e.*, first_value(e.id) OVER w AS conversation_id, (row_number() OVER w)::int AS seq
  FROM entry e WINDOW w AS (PARTITION BY e.scope, e.member_id ORDER BY e.sent_at, e.from_place, e.id)
), carried AS (
  SELECT conversation_id, scope, member_id, min(sent_at) AS begun_at, max(seq) AS last_seq, max(sent_at) AS last_at,
    min(sent_at) FILTER (WHERE waits) AS waiting_since, max(sent_at) FILTER (WHERE NOT from_place) AS asked_at
  FROM numbered GROUP BY conversation_id, scope, member_id
), conversations AS (
  INSERT INTO conversation (id, kind, scope, member_id, created_by_id, created_at, last_seq, last_at, waiting_since, asked_at)
  SELECT conversation_id, 'inbox', scope, member_id, member_id, begun_at, last_seq, last_at, waiting_since, asked_at FROM carried
), participants AS (
  INSERT INTO participant (conversation_id, member_id, joined_at) SELECT conversation_id, member_id, begun_at FROM carried
), readers AS (
  INSERT INTO conversation_read (conversation_id, member_id, read_seq, read_at, told_seq)
  SELECT conversation_id, member_id, last_seq, last_at, last_seq FROM carried
  UNION
  SELECT c.conversation_id, n.author_id, c.last_seq, c.last_at, c.last_seq
  FROM carried c JOIN numbered n ON n.conversation_id = c.conversation_id
  WHERE n.author_id IS NOT NULL AND n.author_id <> c.member_id
)
INSERT INTO message (id, conversation_id, seq, author_id, from_place, body, client_id, created_at)
SELECT id, conversation_id, seq, author_id, from_place, words, gen_random_uuid(), sent_at FROM numbered;
DROP TABLE letter_answer;
DROP TABLE letter;

-- The feed reads the newest of a place or a group from an index of each, in the order that it shows.
CREATE INDEX debate_newest ON debate (scope, opens_at DESC, id DESC) WHERE phase <> 'upcoming';
CREATE INDEX event_newest ON event (scope, published_at DESC, id DESC)
  WHERE stage IN ('published', 'cancelled') AND hidden_at IS NULL AND published_at IS NOT NULL;
CREATE INDEX event_of_group_newest ON event (group_id, published_at DESC, id DESC)
  WHERE stage IN ('published', 'cancelled') AND hidden_at IS NULL AND published_at IS NOT NULL AND group_id IS NOT NULL;

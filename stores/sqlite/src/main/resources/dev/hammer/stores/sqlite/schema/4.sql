-- The tags a resource must carry to be accepted: an object of patterns by key.
ALTER TABLE whitelist ADD COLUMN tags TEXT NOT NULL DEFAULT '{}';

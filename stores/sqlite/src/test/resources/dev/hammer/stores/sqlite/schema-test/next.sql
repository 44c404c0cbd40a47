-- A later schema, for tests of upgrading.
ALTER TABLE scans ADD COLUMN added TEXT;
CREATE INDEX scans_by_added ON scans (added);

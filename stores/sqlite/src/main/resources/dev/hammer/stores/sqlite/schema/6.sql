-- How many issues there are of each kind that a query may ask for, kept by whoever writes issues.
CREATE TABLE tallies (
  account TEXT NOT NULL,
  unit_region TEXT NOT NULL,
  check_id TEXT NOT NULL,
  status TEXT NOT NULL,
  severity INTEGER NOT NULL,
  region TEXT NOT NULL,
  issues INTEGER NOT NULL,
  PRIMARY KEY (account, unit_region, check_id, status, severity, region)
) STRICT, WITHOUT ROWID;

INSERT INTO tallies
  SELECT account, unit_region, check_id, status, severity, region, count(*)
  FROM issues GROUP BY account, unit_region, check_id, status, severity, region;

CREATE TRIGGER issues_tally_born AFTER INSERT ON issues BEGIN
  INSERT INTO tallies (account, unit_region, check_id, status, severity, region, issues)
    VALUES (new.account, new.unit_region, new.check_id, new.status, new.severity, new.region, 1)
    ON CONFLICT DO UPDATE SET issues = issues + 1;
END;

CREATE TRIGGER issues_tally_gone AFTER DELETE ON issues BEGIN
  UPDATE tallies SET issues = issues - 1
    WHERE account = old.account AND unit_region = old.unit_region AND check_id = old.check_id
      AND status = old.status AND severity = old.severity AND region = old.region;
  DELETE FROM tallies
    WHERE account = old.account AND unit_region = old.unit_region AND check_id = old.check_id
      AND status = old.status AND severity = old.severity AND region = old.region AND issues = 0;
END;

CREATE TRIGGER issues_tally_changed AFTER UPDATE ON issues
  WHEN (old.account, old.unit_region, old.check_id, old.status, old.severity, old.region)
    IS NOT (new.account, new.unit_region, new.check_id, new.status, new.severity, new.region)
BEGIN
  UPDATE tallies SET issues = issues - 1
    WHERE account = old.account AND unit_region = old.unit_region AND check_id = old.check_id
      AND status = old.status AND severity = old.severity AND region = old.region;
  DELETE FROM tallies
    WHERE account = old.account AND unit_region = old.unit_region AND check_id = old.check_id
      AND status = old.status AND severity = old.severity AND region = old.region AND issues = 0;
  INSERT INTO tallies (account, unit_region, check_id, status, severity, region, issues)
    VALUES (new.account, new.unit_region, new.check_id, new.status, new.severity, new.region, 1)
    ON CONFLICT DO UPDATE SET issues = issues + 1;
END;

-- Few issues are found through their tallies, whatever they have in common.
DROP INDEX issues_by_slice;
DROP INDEX issues_by_account;
CREATE INDEX issues_by_slice ON issues (account, unit_region, check_id, status, severity, region);

-- Many are found in the order in which they are listed; the rest of each index is what they are
-- told apart by without reading them.
DROP INDEX issues_by_status;
CREATE INDEX issues_by_status ON issues (status, check_id, account, issue_id, severity, region);
CREATE INDEX issues_by_severity
  ON issues (status, severity DESC, identified, check_id, account, issue_id, region);
CREATE INDEX issues_by_change
  ON issues (status, updated DESC, check_id, account, issue_id, severity, region);
CREATE INDEX issues_by_resource
  ON issues (status, resource_id, check_id, account, issue_id, severity, region);

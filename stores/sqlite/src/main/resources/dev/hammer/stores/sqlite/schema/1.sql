-- An issue; id is of this file only, the name of an issue everywhere is check, account and issue id.
CREATE TABLE issues (
  id INTEGER PRIMARY KEY,
  check_id TEXT NOT NULL,
  account TEXT NOT NULL,
  issue_id TEXT NOT NULL,
  ref TEXT NOT NULL,
  version INTEGER NOT NULL,
  -- identification's
  unit_region TEXT NOT NULL,
  resource_type TEXT NOT NULL,
  resource_id TEXT NOT NULL,
  resource_account TEXT NOT NULL,
  region TEXT NOT NULL,
  arn TEXT,
  name TEXT,
  aliases TEXT NOT NULL,
  parent TEXT,
  tags TEXT NOT NULL,
  status TEXT NOT NULL,
  severity INTEGER NOT NULL,
  summary TEXT NOT NULL,
  reason TEXT NOT NULL,
  details TEXT NOT NULL,
  latent INTEGER NOT NULL,
  context_unread TEXT NOT NULL,
  identified TEXT NOT NULL,
  updated TEXT NOT NULL,
  resolved TEXT,
  observed_at TEXT NOT NULL,
  life INTEGER NOT NULL,
  whitelist_id TEXT,
  event TEXT NOT NULL,
  event_at TEXT NOT NULL,
  event_scan TEXT,
  -- reporting's
  reported TEXT,
  closed TEXT,
  ticket TEXT NOT NULL,
  UNIQUE (check_id, account, issue_id)
) STRICT;

CREATE INDEX issues_by_slice ON issues (account, unit_region, check_id, status);
CREATE INDEX issues_by_status ON issues (status, check_id, account, issue_id);
CREATE INDEX issues_by_ref ON issues (ref);

-- What a resource may be called: its id, its ARN and its aliases.
CREATE TABLE names (
  name TEXT NOT NULL,
  issue INTEGER NOT NULL REFERENCES issues (id) ON DELETE CASCADE,
  PRIMARY KEY (name, issue)
) STRICT, WITHOUT ROWID;

CREATE INDEX names_by_issue ON names (issue);

CREATE TABLE proofs (
  issue INTEGER PRIMARY KEY REFERENCES issues (id) ON DELETE CASCADE,
  read_at TEXT NOT NULL,
  calls TEXT NOT NULL,
  evidence TEXT NOT NULL
) STRICT;

CREATE TABLE history (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  issue INTEGER NOT NULL REFERENCES issues (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  scan TEXT,
  text TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL
) STRICT;

CREATE INDEX history_by_issue ON history (issue, id);

CREATE TABLE slices (
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  check_id TEXT NOT NULL,
  service TEXT NOT NULL,
  scan TEXT,
  began TEXT,
  ended TEXT,
  outcome TEXT NOT NULL,
  failures TEXT NOT NULL,
  judged INTEGER NOT NULL,
  unknown INTEGER NOT NULL,
  unconfirmed TEXT NOT NULL,
  PRIMARY KEY (account, region, check_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE scans (
  id TEXT PRIMARY KEY,
  started TEXT NOT NULL,
  ended TEXT,
  outcome TEXT NOT NULL,
  whole INTEGER NOT NULL,
  config_hash TEXT NOT NULL,
  identity TEXT NOT NULL,
  figures TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX scans_by_start ON scans (started, id);

CREATE TABLE whitelist (
  id TEXT PRIMARY KEY,
  check_id TEXT NOT NULL,
  account TEXT NOT NULL,
  resource TEXT NOT NULL,
  reason TEXT NOT NULL,
  owner TEXT NOT NULL,
  ticket TEXT,
  created TEXT NOT NULL,
  expires TEXT,
  source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Written by the doctor to prove that the store can be written.
CREATE TABLE probe (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  at TEXT NOT NULL
) STRICT;

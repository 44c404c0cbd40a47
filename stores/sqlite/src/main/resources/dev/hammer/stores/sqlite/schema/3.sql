-- Who works on which unit of a scan, and which units are done.
CREATE TABLE ledger (
  scan TEXT NOT NULL,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  service TEXT NOT NULL,
  worker TEXT NOT NULL,
  done INTEGER NOT NULL,
  resources INTEGER NOT NULL,
  PRIMARY KEY (scan, account, region, service)
) STRICT, WITHOUT ROWID;

CREATE TABLE workers (
  scan TEXT NOT NULL,
  id TEXT NOT NULL,
  host TEXT NOT NULL,
  process INTEGER NOT NULL,
  until TEXT NOT NULL,
  beats INTEGER NOT NULL,
  figures TEXT NOT NULL,
  PRIMARY KEY (scan, id)
) STRICT, WITHOUT ROWID;

-- History across issues, the latest first: by time alone, or by scan, kind or actor.
CREATE INDEX history_by_time ON history (at, id);
CREATE INDEX history_by_scan ON history (scan, at, id);
CREATE INDEX history_by_kind ON history (kind, at, id);
CREATE INDEX history_by_actor ON history (actor, at, id);

-- A page of an account's issues, or of those of some severities, among very many.
CREATE INDEX issues_by_account ON issues (account, status, severity, check_id, issue_id);

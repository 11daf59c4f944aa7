CREATE TABLE platform.shell_kept_form (
    id          uuid PRIMARY KEY,
    ticket_hash bytea NOT NULL CONSTRAINT shell_kept_form_ticket_key UNIQUE,
    account     uuid NOT NULL,
    action      text NOT NULL CONSTRAINT shell_kept_form_action_length CHECK (length(action) <= 2000),
    page        text NOT NULL CONSTRAINT shell_kept_form_page_length CHECK (length(page) <= 2000),
    fields      jsonb NOT NULL,
    kept_until  timestamptz NOT NULL
);
CREATE INDEX shell_kept_form_kept_until ON platform.shell_kept_form (kept_until);
COMMENT ON TABLE platform.shell_kept_form IS 'Forms whose sender''s session had ended, shown again after signing in; kept 30 minutes, never executed, not audited.';

-- Any letter stops those that come after it, not only the last one: each has a secret of its own.
CREATE TABLE home.monday_stop (
    token_hash bytea       NOT NULL,
    account    uuid        NOT NULL,
    made_at    timestamptz NOT NULL,
    CONSTRAINT monday_stop_pk PRIMARY KEY (token_hash),
    CONSTRAINT monday_stop_account_fk FOREIGN KEY (account) REFERENCES identity.account (id)
        DEFERRABLE INITIALLY IMMEDIATE
);
COMMENT ON TABLE home.monday_stop IS 'By which link a letter stops those that come after it, as the hash of its secret';
CREATE INDEX monday_stop_by_account ON home.monday_stop (account, made_at);
SELECT platform.backup_leave_out('home.monday_stop', 'hashes of secrets; the next letter has a link of its own');

INSERT INTO home.monday_stop (token_hash, account, made_at)
SELECT stop_hash, account, now() FROM home.monday_choice WHERE stop_hash IS NOT NULL;
ALTER TABLE home.monday_choice DROP COLUMN stop_hash;

-- A search of a word folded the names of all decision-makers and of their mandates: 150 ms for 5,000. The folded words are
-- kept with the rows, as everywhere.
ALTER TABLE advocacy.dialogue_decision_maker
    ADD COLUMN search_form text NOT NULL GENERATED ALWAYS AS (' ' || platform.fold(office)) STORED;
CREATE INDEX dialogue_decision_maker_search ON advocacy.dialogue_decision_maker USING gin (search_form gin_trgm_ops);

ALTER TABLE advocacy.dialogue_mandate
    ADD COLUMN search_form text NOT NULL GENERATED ALWAYS AS (' ' || platform.fold(title || ' ' || body)) STORED;
CREATE INDEX dialogue_mandate_search ON advocacy.dialogue_mandate USING gin (search_form gin_trgm_ops);

-- The history leaves computed columns out.
SELECT platform.audit_attach('advocacy.dialogue_decision_maker');
SELECT platform.audit_attach('advocacy.dialogue_mandate', '{mail,phone,address}');

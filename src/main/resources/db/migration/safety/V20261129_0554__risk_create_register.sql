-- The risk register, on one page, and its reviews by the board.

CREATE TABLE safety.risk (
    id                  uuid    NOT NULL,
    version             integer NOT NULL DEFAULT 1,
    threat              text    NOT NULL,
    description         text    NOT NULL,
    exposed             text    NOT NULL,
    zone                text,
    inherent_likelihood integer NOT NULL,
    inherent_impact     integer NOT NULL,
    measures            text,
    residual_likelihood integer NOT NULL,
    residual_impact     integer NOT NULL,
    owner               uuid,
    review_on           date    NOT NULL,
    closed_on           date,
    CONSTRAINT risk_pk PRIMARY KEY (id),
    CONSTRAINT risk_owner_fk FOREIGN KEY (owner) REFERENCES directory.people_person (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT risk_threat_is_known CHECK (threat IN ('CRIME', 'KIDNAPPING', 'POLITICAL_VIOLENCE', 'REPRESSION', 'ARREST',
        'SEXUAL_VIOLENCE', 'ROAD', 'HEALTH', 'DISASTER', 'DIGITAL', 'REPUTATION')),
    CONSTRAINT risk_scores_are_sound CHECK (
        inherent_likelihood BETWEEN 1 AND 5 AND inherent_impact BETWEEN 1 AND 5
        AND residual_likelihood BETWEEN 1 AND 5 AND residual_impact BETWEEN 1 AND 5
        AND residual_likelihood * residual_impact <= inherent_likelihood * inherent_impact),
    CONSTRAINT risk_texts_are_short CHECK (
        length(description) BETWEEN 1 AND 500 AND length(exposed) BETWEEN 1 AND 300 AND length(zone) BETWEEN 1 AND 200
        AND length(measures) BETWEEN 1 AND 2000)
);
COMMENT ON TABLE safety.risk IS 'A risk of the register, before and after measures (R-SEC-3)';
CREATE INDEX risk_by_owner ON safety.risk (owner);
CREATE INDEX risk_open ON safety.risk (review_on) WHERE closed_on IS NULL;
SELECT platform.audit_attach('safety.risk');

CREATE TABLE safety.risk_review (
    id          uuid    NOT NULL,
    reviewed_on date    NOT NULL,
    resolution  text    NOT NULL,
    risks       integer NOT NULL,
    CONSTRAINT risk_review_pk PRIMARY KEY (id),
    CONSTRAINT risk_review_resolution_is_short_text CHECK (length(resolution) BETWEEN 1 AND 100)
);
COMMENT ON TABLE safety.risk_review IS 'A review of the whole register by the board';
CREATE INDEX risk_review_by_day ON safety.risk_review (reviewed_on DESC, id);
SELECT platform.audit_attach('safety.risk_review');

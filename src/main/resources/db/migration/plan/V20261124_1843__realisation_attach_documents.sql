-- Photographs and papers of realisations. The file is the platform's; what it shows and who may publish it is said here.

CREATE TABLE plan.realisation_document (
    document    uuid    NOT NULL,
    version     integer NOT NULL DEFAULT 1,
    realisation uuid    NOT NULL,
    kind        text    NOT NULL,
    caption     text    NOT NULL DEFAULT '',
    alternative text    NOT NULL DEFAULT '',
    publishable boolean NOT NULL DEFAULT false,
    CONSTRAINT realisation_document_pk PRIMARY KEY (document),
    CONSTRAINT realisation_document_document_fk FOREIGN KEY (document) REFERENCES platform.document (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT realisation_document_realisation_fk FOREIGN KEY (realisation) REFERENCES plan.realisation (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT realisation_document_kind_is_known CHECK (kind IN ('PHOTOGRAPH', 'ATTENDANCE', 'PAPER')),
    CONSTRAINT realisation_document_words_are_short CHECK (length(caption) <= 500 AND length(alternative) <= 500),
    CONSTRAINT realisation_document_publishes_photographs_alone CHECK (NOT publishable OR kind = 'PHOTOGRAPH')
);

COMMENT ON TABLE plan.realisation_document IS 'Photographs, attendance sheets and papers of a realisation';
COMMENT ON COLUMN plan.realisation_document.alternative IS 'What the photograph shows, for who does not see it';
COMMENT ON COLUMN plan.realisation_document.publishable IS 'Whether those shown let it be published; else it is for internal use';

CREATE INDEX realisation_document_by_realisation ON plan.realisation_document (realisation, document);

SELECT platform.audit_attach('plan.realisation_document');

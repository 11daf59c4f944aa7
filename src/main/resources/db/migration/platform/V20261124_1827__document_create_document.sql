-- Stored files, and their bytes in chunks beside them.

CREATE TABLE platform.document (
    id              uuid        NOT NULL,
    name            text        NOT NULL,
    media_type      text        NOT NULL,
    bytes           bigint      NOT NULL,
    sha256          bytea       NOT NULL,
    width           integer,
    height          integer,
    thumbnail_bytes bigint,
    owner           text,
    uploaded_by     uuid        NOT NULL,
    uploaded_at     timestamptz NOT NULL,
    discarded_at    timestamptz,
    CONSTRAINT document_pk PRIMARY KEY (id),
    CONSTRAINT document_name_is_a_name CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 120 AND name !~ '[/\\]'),
    CONSTRAINT document_is_not_empty CHECK (bytes > 0),
    CONSTRAINT document_sha256_is_one CHECK (length(sha256) = 32),
    CONSTRAINT document_picture_is_whole CHECK (
        num_nulls(width, height, thumbnail_bytes) IN (0, 3) AND least(width, height, thumbnail_bytes) > 0
        AND (media_type LIKE 'image/%') = (width IS NOT NULL)),
    CONSTRAINT document_owner_is_a_thing CHECK (owner ~ '^[a-z][a-z.]*/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')
);

COMMENT ON TABLE platform.document IS 'Stored files. A photograph is kept without what its camera wrote beside the picture';
COMMENT ON COLUMN platform.document.sha256 IS 'Of what is kept';
COMMENT ON COLUMN platform.document.width IS 'Pixels of a picture';
COMMENT ON COLUMN platform.document.owner IS 'The thing that it belongs to, whose module says who may read it; null until one claims it';
COMMENT ON COLUMN platform.document.uploaded_by IS 'The account that brought it in';
COMMENT ON COLUMN platform.document.discarded_at IS 'When it was thrown away; it is deleted a day later';

CREATE INDEX document_by_owner ON platform.document (owner);
CREATE INDEX document_discarded ON platform.document (discarded_at) WHERE discarded_at IS NOT NULL;
CREATE INDEX document_unclaimed ON platform.document (uploaded_at) WHERE owner IS NULL;

CREATE TABLE platform.document_chunk (
    document  uuid    NOT NULL,
    rendition text    NOT NULL,
    number    integer NOT NULL,
    bytes     bytea   NOT NULL,
    CONSTRAINT document_chunk_pk PRIMARY KEY (document, rendition, number),
    CONSTRAINT document_chunk_document_fk FOREIGN KEY (document) REFERENCES platform.document (id)
        ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT document_chunk_rendition_is_known CHECK (rendition IN ('CONTENT', 'THUMBNAIL')),
    CONSTRAINT document_chunk_is_counted_from_nought CHECK (number >= 0),
    CONSTRAINT document_chunk_is_small CHECK (length(bytes) BETWEEN 1 AND 262144)
);

COMMENT ON TABLE platform.document_chunk IS 'The bytes of documents, in chunks of at most 256 KiB that are never changed';

-- Pictures and papers are packed already.
ALTER TABLE platform.document_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;
REVOKE UPDATE ON platform.document_chunk FROM ${application};

SELECT platform.audit_attach('platform.document');

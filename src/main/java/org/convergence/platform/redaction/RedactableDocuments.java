package org.convergence.platform.redaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Contributed by the module that stores documents. Works as the owner, since the application never rewrites a file. */
public interface RedactableDocuments {

    /**
     * A stored document.
     *
     * @param owner the kind of owner; empty if it has none
     */
    record StoredFile(UUID id, String mediaType, String owner) {}

    /** The documents stored since an instant that may be read as text: no pictures, no larger ones than a limit. */
    List<StoredFile> findReadable(Connection owner, Instant since) throws SQLException;

    /** The media type of a document; empty where there is none, or it is larger than the limit. */
    Optional<String> findMediaType(Connection owner, UUID document) throws SQLException;

    byte[] read(Connection owner, UUID document) throws SQLException;

    /** Replaces the bytes of a document, with their number and hash. */
    void write(Connection owner, UUID document, byte[] bytes) throws SQLException;
}

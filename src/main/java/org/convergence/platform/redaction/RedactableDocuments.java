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
     * @param bytes its length
     */
    record StoredFile(UUID id, String mediaType, String owner, long bytes) {

        private static final long LARGEST = 40L << 20;

        /** Whether it fits into memory. */
        public boolean isReadable() {
            return bytes <= LARGEST;
        }
    }

    /** The documents stored since an instant, other than pictures. */
    List<StoredFile> findAll(Connection owner, Instant since) throws SQLException;

    /** A document that fits into memory; empty where there is none. */
    Optional<StoredFile> findReadable(Connection owner, UUID document) throws SQLException;

    /** The bytes of a document that fits into memory. */
    byte[] read(Connection owner, StoredFile document) throws SQLException;

    /** Replaces the bytes of a document, with their number and hash. */
    void write(Connection owner, UUID document, byte[] bytes) throws SQLException;
}

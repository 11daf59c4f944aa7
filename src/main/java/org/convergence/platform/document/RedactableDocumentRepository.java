package org.convergence.platform.document;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.redaction.RedactableColumns;
import org.convergence.platform.redaction.RedactableDocuments;
import org.convergence.platform.text.Sha256;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Reads and rewrites stored documents as the owner, to remove names from them. */
@Component
class RedactableDocumentRepository implements RedactableDocuments {

    private static final long LARGEST = 40L << 20;

    @Bean
    static RedactableColumns fileNamesWithNames() {
        return new RedactableColumns("platform.document", Set.of("name"));
    }

    @Override
    public List<StoredFile> findReadable(Connection owner, Instant since) throws SQLException {
        List<StoredFile> all = new ArrayList<>();
        try (PreparedStatement statement = owner.prepareStatement(
                "SELECT id, media_type, coalesce(split_part(owner, '/', 1), '') FROM platform.document WHERE bytes <= ? AND media_type NOT LIKE 'image/%'"
                        + " AND uploaded_at > ? ORDER BY id")) {
            statement.setLong(1, LARGEST);
            statement.setObject(2, since.atOffset(ZoneOffset.UTC));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(new StoredFile(rows.getObject(1, UUID.class), rows.getString(2), rows.getString(3)));
                }
            }
        }
        return all;
    }

    @Override
    public Optional<String> findMediaType(Connection owner, UUID document) throws SQLException {
        try (PreparedStatement statement =
                owner.prepareStatement("SELECT media_type FROM platform.document WHERE id = ? AND bytes <= ?")) {
            statement.setObject(1, document);
            statement.setLong(2, LARGEST);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    @Override
    public byte[] read(Connection owner, UUID document) throws SQLException {
        var out = new ByteArrayOutputStream();
        try (PreparedStatement statement = owner.prepareStatement("""
                SELECT bytes FROM platform.document_chunk WHERE document = ? AND rendition = 'CONTENT' ORDER BY number
                """)) {
            statement.setObject(1, document);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    out.writeBytes(rows.getBytes(1));
                }
            }
        }
        return out.toByteArray();
    }

    @Override
    public void write(Connection owner, UUID document, byte[] bytes) throws SQLException {
        try (PreparedStatement gone = owner.prepareStatement(
                "DELETE FROM platform.document_chunk WHERE document = ? AND rendition = 'CONTENT'")) {
            gone.setObject(1, document);
            gone.executeUpdate();
        }
        int number = 0;
        for (int from = 0; from < bytes.length; from += DocumentRepository.CHUNK) {
            try (PreparedStatement chunk = owner.prepareStatement(
                    "INSERT INTO platform.document_chunk (document, rendition, number, bytes) VALUES (?, 'CONTENT', ?, ?)")) {
                chunk.setObject(1, document);
                chunk.setInt(2, number++);
                chunk.setBytes(
                        3, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + DocumentRepository.CHUNK)));
                chunk.executeUpdate();
            }
        }
        try (PreparedStatement row =
                owner.prepareStatement("UPDATE platform.document SET bytes = ?, sha256 = ? WHERE id = ?")) {
            row.setLong(1, bytes.length);
            row.setBytes(2, Sha256.of(bytes));
            row.setObject(3, document);
            row.executeUpdate();
        }
    }
}

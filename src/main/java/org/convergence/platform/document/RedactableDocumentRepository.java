package org.convergence.platform.document;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.redaction.RedactableColumns;
import org.convergence.platform.redaction.RedactableDocuments;
import org.convergence.platform.text.Sha256;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Reads and rewrites stored documents as the owner, to remove names from them. */
@Component
class RedactableDocumentRepository implements RedactableDocuments {

    private static final String FILES =
            "SELECT id, media_type, coalesce(split_part(owner, '/', 1), '') AS owner, bytes FROM platform.document WHERE ";

    /** A driver that reads all chunks at once would hold the file twice. */
    private static final int CHUNKS_AT_A_TIME = 4;

    @Bean
    static RedactableColumns fileNamesWithNames() {
        return new RedactableColumns("platform.document", Set.of("name"));
    }

    @Override
    public List<StoredFile> findAll(Connection owner, Instant since) throws SQLException {
        try (PreparedStatement statement =
                owner.prepareStatement(FILES + "media_type NOT LIKE 'image/%' AND uploaded_at > ? ORDER BY id")) {
            statement.setObject(1, SqlTime.at(since));
            return files(statement);
        }
    }

    @Override
    public Optional<StoredFile> findReadable(Connection owner, UUID document) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(FILES + "id = ?")) {
            statement.setObject(1, document);
            return files(statement).stream().filter(StoredFile::isReadable).findFirst();
        }
    }

    private static List<StoredFile> files(PreparedStatement statement) throws SQLException {
        List<StoredFile> all = new ArrayList<>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                all.add(new StoredFile(
                        rows.getObject("id", UUID.class),
                        rows.getString("media_type"),
                        rows.getString("owner"),
                        rows.getLong("bytes")));
            }
        }
        return all;
    }

    @Override
    public byte[] read(Connection owner, StoredFile document) throws SQLException {
        var out = new ByteArrayOutputStream((int) document.bytes());
        try (PreparedStatement statement = owner.prepareStatement("""
                SELECT bytes FROM platform.document_chunk WHERE document = ? AND rendition = 'CONTENT' ORDER BY number
                """)) {
            statement.setObject(1, document.id());
            statement.setFetchSize(CHUNKS_AT_A_TIME);
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

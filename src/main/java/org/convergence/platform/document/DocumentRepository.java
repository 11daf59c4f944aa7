package org.convergence.platform.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.SqlTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows: one for a document, its bytes in chunks in a second table. */
@Component
class DocumentRepository {

    /** A picture has both renditions; every other file only the first. */
    enum ImageRendition {
        CONTENT,
        THUMBNAIL
    }

    /** The largest chunk that the database allows, in bytes. */
    static final int CHUNK = 256 * 1024;

    private static final String SELECT = """
            SELECT id, name, media_type, bytes, sha256, width, height, owner, uploaded_by, uploaded_at, discarded_at
            FROM platform.document
            """;

    private final JdbcClient db;

    DocumentRepository(JdbcClient db) {
        this.db = db;
    }

    DocumentId insert(PreparedDocument it, @Nullable DocumentOwner owner, UUID by, Instant now) {
        DocumentId id = new DocumentId(Ids.next());
        Document.ImageSize size = it.size();
        TemporaryFile thumbnail = it.thumbnail();
        db.sql("""
                        INSERT INTO platform.document (id, name, media_type, bytes, sha256, width, height,
                            thumbnail_bytes, owner, uploaded_by, uploaded_at)
                        VALUES (:id, :name, :type, :bytes, :sha256, :width, :height, :thumbnail, :owner, :by, :at)
                        """)
                .param("id", id.value())
                .param("name", it.name())
                .param("type", it.type().mediaType())
                .param("bytes", it.content().length())
                .param("sha256", HexFormat.of().parseHex(it.content().sha256()))
                .param("width", size == null ? null : size.width())
                .param("height", size == null ? null : size.height())
                .param("thumbnail", thumbnail == null ? null : thumbnail.length())
                .param("owner", owner == null ? null : owner.toString())
                .param("by", by)
                .param("at", SqlTime.at(now))
                .update();
        write(id, ImageRendition.CONTENT, it.content());
        if (thumbnail != null) {
            write(id, ImageRendition.THUMBNAIL, thumbnail);
        }
        return id;
    }

    private void write(DocumentId id, ImageRendition rendition, TemporaryFile file) {
        try (InputStream in = file.open()) {
            byte[] chunk = in.readNBytes(CHUNK);
            for (int number = 0; chunk.length > 0; number++) {
                db.sql("INSERT INTO platform.document_chunk (document, rendition, number, bytes) VALUES (?, ?, ?, ?)")
                        .params(id.value(), rendition.name(), number, chunk)
                        .update();
                chunk = in.readNBytes(CHUNK);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Document> find(DocumentId id) {
        return db.sql(SELECT + "WHERE id = ?")
                .param(id.value())
                .query((row, n) -> document(row))
                .optional();
    }

    Map<DocumentId, Document> findAll(Collection<DocumentId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<DocumentId, Document> found = new LinkedHashMap<>();
        db.sql(SELECT + "WHERE id = ANY (?) ORDER BY id")
                .param(ids.stream().map(DocumentId::value).toArray(UUID[]::new))
                .query((row, n) -> document(row))
                .list()
                .forEach(each -> found.put(each.id(), each));
        return found;
    }

    Optional<DocumentContent> content(DocumentId id, ImageRendition rendition) {
        String length = rendition == ImageRendition.CONTENT ? "bytes" : "thumbnail_bytes";
        return db.sql("SELECT " + length + " FROM platform.document WHERE id = ? AND " + length + " IS NOT NULL")
                .param(id.value())
                .query(Long.class)
                .optional()
                .map(bytes -> new DocumentContent(bytes, number -> chunk(id, rendition, number)));
    }

    private byte[] chunk(DocumentId id, ImageRendition rendition, int number) {
        return db.sql("SELECT bytes FROM platform.document_chunk WHERE document = ? AND rendition = ? AND number = ?")
                .params(id.value(), rendition.name(), number)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .orElseGet(() -> new byte[0]);
    }

    /** Claims an unclaimed document of this uploader; false if there is none. */
    boolean claim(DocumentId id, DocumentOwner owner, UUID by) {
        return db.sql("""
                        UPDATE platform.document SET owner = ?
                        WHERE id = ? AND owner IS NULL AND uploaded_by = ? AND discarded_at IS NULL
                        """).params(owner.toString(), id.value(), by).update() == 1;
    }

    /** Releases a document; false if this owner has none that is not discarded. */
    boolean release(DocumentId id, DocumentOwner owner) {
        return db.sql("UPDATE platform.document SET owner = NULL WHERE id = ? AND owner = ? AND discarded_at IS NULL")
                        .params(id.value(), owner.toString())
                        .update()
                == 1;
    }

    /** Discards a document; false if nothing changed. */
    boolean discard(DocumentId id, DocumentOwner owner, Instant now) {
        return db.sql(
                                "UPDATE platform.document SET discarded_at = ? WHERE id = ? AND owner = ? AND discarded_at IS NULL")
                        .params(SqlTime.at(now), id.value(), owner.toString())
                        .update()
                == 1;
    }

    /** Restores a discarded document; false if it is deleted. */
    boolean restore(DocumentId id, DocumentOwner owner) {
        return db.sql("UPDATE platform.document SET discarded_at = NULL WHERE id = ? AND owner = ?")
                        .params(id.value(), owner.toString())
                        .update()
                == 1;
    }

    List<DocumentId> findExpired(Instant discardedBefore, Instant unclaimedSince) {
        return db.sql("""
                        SELECT id FROM platform.document
                        WHERE discarded_at < :discarded OR (owner IS NULL AND uploaded_at < :unclaimed)
                        """)
                .param("discarded", SqlTime.at(discardedBefore))
                .param("unclaimed", SqlTime.at(unclaimedSince))
                .query((row, n) -> new DocumentId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Repeats the condition at deletion: the document may have been restored or claimed meanwhile. */
    @Transactional
    void delete(DocumentId id, Instant discardedBefore, Instant unclaimedSince) {
        db.sql("""
                        DELETE FROM platform.document
                        WHERE id = :id
                          AND (discarded_at < :discarded OR (owner IS NULL AND uploaded_at < :unclaimed))
                        """)
                .param("id", id.value())
                .param("discarded", SqlTime.at(discardedBefore))
                .param("unclaimed", SqlTime.at(unclaimedSince))
                .update();
    }

    private static Document document(ResultSet row) throws SQLException {
        String mediaType = row.getString("media_type");
        DocumentType type = DocumentType.ofMediaType(mediaType);
        if (type == null) {
            throw new SQLException("Unknown type of document: " + mediaType);
        }
        OffsetDateTime discarded = row.getObject("discarded_at", OffsetDateTime.class);
        return new Document(
                new DocumentId(row.getObject("id", UUID.class)),
                row.getString("name"),
                type,
                row.getLong("bytes"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getObject("width") == null
                        ? null
                        : new Document.ImageSize(row.getInt("width"), row.getInt("height")),
                DocumentOwner.parse(row.getString("owner")),
                row.getObject("uploaded_by", UUID.class),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                discarded == null ? null : discarded.toInstant());
    }
}

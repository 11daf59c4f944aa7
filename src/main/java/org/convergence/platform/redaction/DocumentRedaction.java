package org.convergence.platform.redaction;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.convergence.platform.database.DatabaseServer;
import org.springframework.stereotype.Component;

/** Redacts the stored files. Files that cannot be rewritten are listed, for a person to replace or remove. */
@Component
public class DocumentRedaction {

    private static final int CHUNK = 256 * 1024;
    private static final long LARGEST = 40L << 20;

    /** The table name in mentions found in files. */
    public static final String INSIDE = "platform.document/content";

    private static final Instant EVER = Instant.EPOCH;

    private final DatabaseServer server;
    private final List<RedactableFiles> others;

    DocumentRedaction(DatabaseServer server, List<RedactableFiles> others) {
        this.server = server;
        this.others = List.copyOf(others);
    }

    /**
     * The result.
     *
     * @param changed the number of files rewritten
     * @param left the files that still contain a name
     */
    public record RedactionResult(int changed, List<UUID> left) {}

    /** @param owner the kind of owner; empty if it has none */
    private record StoredFile(UUID id, String mediaType, String owner) {}

    /** Whether a file of this type contains one of the names, as far as it can be read. */
    public static boolean containsName(String mediaType, byte[] bytes, NameSpellings names) {
        return FileRewriter.extractTexts(mediaType, bytes).stream().anyMatch(names::isIn);
    }

    /** Passes on the texts of files stored since an instant. */
    public void read(Instant since, Consumer<TextRedaction.FoundText> texts) {
        try (Connection owner = server.owner().connect()) {
            for (StoredFile each : stored(owner, since)) {
                FileRewriter.extractTexts(each.mediaType(), bytes(owner, each.id()))
                        .forEach(text -> texts.accept(found(each.id(), text)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TextRedaction.FoundText found(UUID document, String text) {
        return new TextRedaction.FoundText(INSIDE, "[\"" + document + "\"]", "", text);
    }

    /** The texts of one file. */
    public List<String> texts(UUID document) {
        try (Connection owner = server.owner().connect()) {
            Optional<String> type = mediaType(owner, document);
            return type.isEmpty() ? List.of() : FileRewriter.extractTexts(type.get(), bytes(owner, document));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rewrites the texts of one file; false if unchanged, since not every file can be rewritten. */
    public boolean replaceIn(UUID document, UnaryOperator<String> replaced) {
        try (Connection owner = server.owner().connect()) {
            owner.setAutoCommit(false);
            Optional<String> type = mediaType(owner, document);
            Optional<byte[]> bytes = type.flatMap(each -> FileRewriter.rewrite(each, read(owner, document), replaced));
            if (bytes.isPresent()) {
                write(owner, document, bytes.get());
            }
            owner.commit();
            return bytes.isPresent();
        } catch (SQLException e) {
            throw new IllegalStateException("A file still holds the name: " + e.getSQLState());
        }
    }

    private static byte[] read(Connection owner, UUID document) {
        try {
            return bytes(owner, document);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> mediaType(Connection owner, UUID document) throws SQLException {
        try (PreparedStatement statement =
                owner.prepareStatement("SELECT media_type FROM platform.document WHERE id = ? AND bytes <= ?")) {
            statement.setObject(1, document);
            statement.setLong(2, LARGEST);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /** Replaces the names in every stored or filed file that can be read as text. */
    public RedactionResult redact(NameSpellings names, String standIn) {
        return redact(names, standIn, Set.of(), text -> {});
    }

    /**
     * The same, except for files of some owners.
     *
     * @param untouched kinds of owners whose files stay unchanged, and are not listed
     * @param texts receives the texts of each file, as rewritten
     */
    public RedactionResult redact(
            NameSpellings names, String standIn, Set<String> untouched, Consumer<TextRedaction.FoundText> texts) {
        int changed =
                others.stream().mapToInt(each -> each.redact(names, standIn)).sum();
        List<UUID> left = new ArrayList<>();
        try (Connection owner = server.owner().connect()) {
            owner.setAutoCommit(false);
            for (StoredFile each : stored(owner, EVER)) {
                if (untouched.contains(each.owner())) {
                    continue;
                }
                byte[] bytes = bytes(owner, each.id());
                List<String> said = FileRewriter.extractTexts(each.mediaType(), bytes);
                boolean holds = said.stream().anyMatch(names::isIn);
                if (holds && FileRewriter.isWritable(each.mediaType())) {
                    byte[] rewritten = FileRewriter.rewrite(
                                    each.mediaType(), bytes, text -> names.replace(text, standIn))
                            .orElseThrow();
                    write(owner, each.id(), rewritten);
                    said = FileRewriter.extractTexts(each.mediaType(), rewritten);
                    changed++;
                } else if (holds) {
                    left.add(each.id());
                }
                said.forEach(text -> texts.accept(found(each.id(), text)));
                owner.commit();
            }
            return new RedactionResult(changed, List.copyOf(left));
        } catch (SQLException e) {
            throw new IllegalStateException("A file still holds the name: " + e.getSQLState());
        }
    }

    private static List<StoredFile> stored(Connection owner, Instant since) throws SQLException {
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

    private static byte[] bytes(Connection owner, UUID document) throws SQLException {
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

    private static void write(Connection owner, UUID document, byte[] bytes) throws SQLException {
        try (PreparedStatement gone = owner.prepareStatement(
                "DELETE FROM platform.document_chunk WHERE document = ? AND rendition = 'CONTENT'")) {
            gone.setObject(1, document);
            gone.executeUpdate();
        }
        for (int number = 0; number * CHUNK < bytes.length; number++) {
            try (PreparedStatement chunk = owner.prepareStatement(
                    "INSERT INTO platform.document_chunk (document, rendition, number, bytes) VALUES (?, 'CONTENT', ?, ?)")) {
                chunk.setObject(1, document);
                chunk.setInt(2, number);
                chunk.setBytes(
                        3, Arrays.copyOfRange(bytes, number * CHUNK, Math.min(bytes.length, (number + 1) * CHUNK)));
                chunk.executeUpdate();
            }
        }
        try (PreparedStatement row =
                owner.prepareStatement("UPDATE platform.document SET bytes = ?, sha256 = ? WHERE id = ?")) {
            row.setLong(1, bytes.length);
            row.setBytes(2, sha256(bytes));
            row.setObject(3, document);
            row.executeUpdate();
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package org.convergence.platform.redaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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

    /** The table name in mentions found in files. */
    public static final String INSIDE = "platform.document/content";

    private static final Instant EVER = Instant.EPOCH;

    private final DatabaseServer server;
    private final RedactableDocuments documents;
    private final List<RedactableFiles> others;

    DocumentRedaction(DatabaseServer server, RedactableDocuments documents, List<RedactableFiles> others) {
        this.server = server;
        this.documents = documents;
        this.others = List.copyOf(others);
    }

    /**
     * The result.
     *
     * @param changed the number of files rewritten
     * @param left the files that still contain a name
     */
    public record RedactionResult(int changed, List<UUID> left) {}

    /** Whether a file of this type contains one of the names, as far as it can be read. */
    public static boolean containsName(String mediaType, byte[] bytes, NameSpellings names) {
        return FileRewriter.extractTexts(mediaType, bytes).stream().anyMatch(names::isIn);
    }

    /** Passes on the texts of files stored since an instant. */
    public void read(Instant since, Consumer<TextRedaction.FoundText> texts) {
        try (Connection owner = server.owner().connect()) {
            for (RedactableDocuments.StoredFile each : documents.findReadable(owner, since)) {
                FileRewriter.extractTexts(each.mediaType(), documents.read(owner, each.id()))
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
            Optional<String> type = documents.findMediaType(owner, document);
            return type.isEmpty() ? List.of() : FileRewriter.extractTexts(type.get(), documents.read(owner, document));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rewrites the texts of one file; false if unchanged, since not every file can be rewritten. */
    public boolean replaceIn(UUID document, UnaryOperator<String> replaced) {
        try (Connection owner = server.owner().connect()) {
            owner.setAutoCommit(false);
            Optional<String> type = documents.findMediaType(owner, document);
            Optional<byte[]> bytes = type.flatMap(each -> FileRewriter.rewrite(each, read(owner, document), replaced));
            if (bytes.isPresent()) {
                documents.write(owner, document, bytes.get());
            }
            owner.commit();
            return bytes.isPresent();
        } catch (SQLException e) {
            throw new IllegalStateException("A file still holds the name: " + e.getSQLState());
        }
    }

    private byte[] read(Connection owner, UUID document) {
        try {
            return documents.read(owner, document);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
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
            for (RedactableDocuments.StoredFile each : documents.findReadable(owner, EVER)) {
                if (untouched.contains(each.owner())) {
                    continue;
                }
                byte[] bytes = documents.read(owner, each.id());
                List<String> said = FileRewriter.extractTexts(each.mediaType(), bytes);
                if (said.stream().anyMatch(names::isIn)) {
                    Optional<byte[]> rewritten =
                            FileRewriter.rewrite(each.mediaType(), bytes, text -> names.replace(text, standIn));
                    if (rewritten.isPresent()) {
                        documents.write(owner, each.id(), rewritten.get());
                        said = FileRewriter.extractTexts(each.mediaType(), rewritten.get());
                        changed++;
                    }
                    if (said.stream().anyMatch(names::isIn)) {
                        left.add(each.id());
                    }
                }
                said.forEach(text -> texts.accept(found(each.id(), text)));
                owner.commit();
            }
            return new RedactionResult(changed, List.copyOf(left));
        } catch (SQLException e) {
            throw new IllegalStateException("A file still holds the name: " + e.getSQLState());
        }
    }
}

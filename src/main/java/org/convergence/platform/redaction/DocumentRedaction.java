package org.convergence.platform.redaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.convergence.platform.database.DatabaseServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Redacts the stored files. Files that cannot be rewritten, or not be read in full, are listed, for a person to replace or
 * remove.
 */
@Component
public class DocumentRedaction {

    /** The table name in mentions found in files. */
    public static final String INSIDE = "platform.document/content";

    private static final Instant EVER = Instant.EPOCH;

    /** The texts of several large files at once would not fit into memory. */
    private static final Lock ONE_AT_A_TIME = new ReentrantLock();

    private static final Logger LOG = LoggerFactory.getLogger(DocumentRedaction.class);

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
     * @param unread the files that could not be read in full, so that a name may be in them
     * @param failed the filed records that could not be rewritten, each with its place and key
     */
    public record RedactionResult(int changed, List<UUID> left, List<UUID> unread, List<String> failed) {}

    /** A search of files for names, which tells at its end whether each was read in full. */
    public static final class FileSearch implements BiPredicate<String, byte[]> {

        private final NameSpellings names;
        private boolean whole = true;

        public FileSearch(NameSpellings names) {
            this.names = names;
        }

        /** Whether a file of this type contains one of the names, also with its words apart, as far as it can be read. */
        @Override
        public boolean test(String mediaType, byte[] bytes) {
            return alone(() -> {
                FileTexts read = FileTexts.read(mediaType, bytes);
                whole &= read.isWhole();
                return read.texts().stream().anyMatch(names::isPossiblyIn);
            });
        }

        /** Whether all files so far were read in full. */
        public boolean isWhole() {
            return whole;
        }
    }

    /** Passes on the texts of files stored since an instant; answers the files that could not be read in full. */
    public List<UUID> read(Instant since, Consumer<TextRedaction.FoundText> texts) {
        return each(since, Set.of(), (owner, file) -> {
            FileTexts read = FileTexts.read(file.mediaType(), documents.read(owner, file));
            read.texts().forEach(text -> texts.accept(found(file.id(), text)));
            return read.isWhole();
        });
    }

    private static TextRedaction.FoundText found(UUID document, String text) {
        return new TextRedaction.FoundText(INSIDE, "[\"" + document + "\"]", "", text);
    }

    /** The texts of one file, as far as it can be read. */
    public List<String> texts(UUID document) {
        try (Connection owner = server.owner().connect()) {
            owner.setAutoCommit(false);
            Optional<RedactableDocuments.StoredFile> file = documents.findReadable(owner, document);
            byte[] bytes = file.isEmpty() ? new byte[0] : documents.read(owner, file.get());
            return file.isEmpty()
                    ? List.of()
                    : alone(() -> FileTexts.read(file.get().mediaType(), bytes)).texts();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rewrites the texts of one file; false if unchanged, since not every file can be rewritten. */
    public boolean replaceIn(UUID document, UnaryOperator<String> replaced) {
        try (Connection owner = server.owner().connect()) {
            owner.setAutoCommit(false);
            Optional<RedactableDocuments.StoredFile> file = documents.findReadable(owner, document);
            if (file.isEmpty()) {
                return false;
            }
            byte[] bytes = documents.read(owner, file.get());
            Optional<byte[]> rewritten =
                    alone(() -> FileRewriter.rewrite(file.get().mediaType(), bytes, replaced));
            if (rewritten.isPresent()) {
                documents.write(owner, document, rewritten.get());
            }
            owner.commit();
            return rewritten.isPresent();
        } catch (SQLException e) {
            throw new IllegalStateException("A file still holds the name: " + e.getSQLState());
        }
    }

    /**
     * Replaces the names in every stored or filed file that can be read as text. A file that fails does not stop the others.
     *
     * @param untouched kinds of owners whose files stay unchanged, and are not listed
     * @param texts receives the texts of each file, as rewritten
     */
    public RedactionResult redact(
            NameSpellings names, String standIn, Set<String> untouched, Consumer<TextRedaction.FoundText> texts) {
        UnaryOperator<String> replaced = text -> names.replace(text, standIn);
        int[] changed = {0};
        List<String> failed = new ArrayList<>();
        for (RedactableFiles files : others) {
            for (UUID id : files.findIds()) {
                try {
                    changed[0] += files.replaceIn(id, replaced, standIn) ? 1 : 0;
                } catch (RuntimeException | OutOfMemoryError kept) {
                    failed.add(RedactableFiles.row(files, id));
                }
            }
        }
        List<UUID> left = new ArrayList<>();
        List<UUID> unread = each(EVER, untouched, (owner, file) -> {
            byte[] bytes = documents.read(owner, file);
            FileTexts read = FileTexts.read(file.mediaType(), bytes);
            if (read.texts().stream().anyMatch(names::isIn)) {
                left.add(file.id());
                Optional<byte[]> rewritten = FileRewriter.rewrite(file.mediaType(), bytes, replaced);
                if (rewritten.isPresent()) {
                    documents.write(owner, file.id(), rewritten.get());
                    read = FileTexts.read(file.mediaType(), rewritten.get());
                    changed[0]++;
                    if (read.texts().stream().noneMatch(names::isIn)) {
                        left.remove(file.id());
                    }
                }
            }
            read.texts().forEach(text -> texts.accept(found(file.id(), text)));
            return read.isWhole();
        });
        return new RedactionResult(changed[0], List.copyOf(left), unread, List.copyOf(failed));
    }

    private interface FileVisitor {
        /** Answers whether the file was read in full. */
        boolean visit(Connection owner, RedactableDocuments.StoredFile file) throws SQLException;
    }

    /** Visits the files stored since an instant, each in its own transaction; answers those not read in full. */
    private List<UUID> each(Instant since, Set<String> untouched, FileVisitor visitor) {
        List<UUID> unread = new ArrayList<>();
        try (Connection owner = server.owner().connect()) {
            owner.setAutoCommit(false);
            for (RedactableDocuments.StoredFile file : documents.findAll(owner, since)) {
                if (!untouched.contains(file.owner()) && !(file.isReadable() && visit(owner, file, visitor))) {
                    unread.add(file.id());
                }
            }
            return List.copyOf(unread);
        } catch (SQLException e) {
            throw new IllegalStateException("The files cannot be read: " + e.getSQLState());
        }
    }

    private static boolean visit(Connection owner, RedactableDocuments.StoredFile file, FileVisitor visitor)
            throws SQLException {
        ONE_AT_A_TIME.lock();
        try {
            boolean whole = visitor.visit(owner, file);
            owner.commit();
            return whole;
        } catch (SQLException | RuntimeException | OutOfMemoryError | StackOverflowError failed) {
            owner.rollback();
            LOG.warn(
                    "The file {} was not searched for names: {}",
                    file.id(),
                    failed.getClass().getSimpleName());
            return false;
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static <T> T alone(Supplier<T> work) {
        ONE_AT_A_TIME.lock();
        try {
            return work.get();
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }
}

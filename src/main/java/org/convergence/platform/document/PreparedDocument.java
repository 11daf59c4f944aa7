package org.convergence.platform.document;

import org.jspecify.annotations.Nullable;

/**
 * A checked file, ready for storage, kept in a temporary file until then. Prepared before a transaction begins, so that
 * checking needs no connection; to be closed by the caller that had it prepared.
 */
public final class PreparedDocument implements AutoCloseable {

    private final String name;
    private final DocumentType type;
    private final TemporaryFile content;
    private final Document.@Nullable ImageSize size;
    private final @Nullable TemporaryFile thumbnail;
    private final String fingerprint;

    PreparedDocument(
            String name,
            DocumentType type,
            TemporaryFile content,
            Document.@Nullable ImageSize size,
            @Nullable TemporaryFile thumbnail,
            String fingerprint) {
        this.name = name;
        this.type = type;
        this.content = content;
        this.size = size;
        this.thumbnail = thumbnail;
        this.fingerprint = fingerprint;
    }

    public String name() {
        return name;
    }

    public DocumentType type() {
        return type;
    }

    /** Hash of the uploaded bytes: the same file sent again has the same. */
    public String fingerprint() {
        return fingerprint;
    }

    TemporaryFile content() {
        return content;
    }

    Document.@Nullable ImageSize size() {
        return size;
    }

    @Nullable
    TemporaryFile thumbnail() {
        return thumbnail;
    }

    @Override
    public void close() {
        content.close();
        if (thumbnail != null) {
            thumbnail.close();
        }
    }
}
